import { escapeMarkup } from '../escape';
import { endCut, middleCut } from './labels';
import { MARKS } from './marks';
import {
  CARD_WIDTH,
  MARGIN,
  type Picture,
  type PlacedCard,
  type PlacedEdge,
  type PlacedLane,
  STRIP,
  type Strip,
} from './picture';
import { captionOf, type SceneNode } from './scene';
import { PICTURE_WORDS, phrase } from './words';

/** Whether parts of the picture can be chosen with mouse and keyboard; the page that holds it does the rest. */
export interface DrawOptions {
  readonly interactive: boolean;
}

/** Where the words of a card begin, and the room for them. */
const WORDS_AT = 42;
const WORDS_WIDTH = CARD_WIDTH - WORDS_AT - 10;

/** The elements of a picture, without the `svg` element around them. Every text from the input is escaped. */
export function drawPicture(picture: Picture, options: DrawOptions): string {
  return [
    ...picture.headings.map(({ tier, x }) => word(`tier.${tier}`, { x, y: 22, class: 'tier' })),
    ...picture.regions.map((region) => drawRegion(region, options)),
    ...picture.lanes.map((lane) => drawLane(lane, picture, options)),
    ...picture.edges.map(drawEdge),
    ...picture.cards.map((card) => drawCard(card, options)),
  ].join('\n');
}

function drawRegion({ region, x, y, width, height }: Picture['regions'][number], { interactive }: DrawOptions): string {
  const { label, judged, loses } = region;
  const button = interactive && judged ? { 'data-domain': `region ${label}`, ...BUTTON } : {};
  // The head of the frame is what can be clicked: the lanes and cards inside are things of their own.
  const head = interactive && judged ? `<rect ${attributes({ x, y, width, height: 28, class: 'handle' })}/>` : '';
  return (
    `<g ${attributes({ class: loses ? 'region loses' : 'region', ...button })}><title>${escapeMarkup(`region ${label}`)}</title>` +
    `<rect ${attributes({ x, y, width, height, rx: 10, class: 'frame' })}/>${head}` +
    `${text(middleCut(label, 320, 12), { x: x + MARGIN, y: y + 20, class: 'region-name' })}${loses || (interactive && judged) ? cross(x + 2, y + 2) : ''}</g>`
  );
}

function drawLane(lane: PlacedLane, picture: Picture, { interactive }: DrawOptions): string {
  const { zone, region, x, y, width, height } = lane;
  const ground = `<rect ${attributes({ x, y, width, height, rx: 6, class: 'ground' })}/>`;
  const at = { x: x + 12, y: y + 22 };
  if (zone === undefined) {
    const key = region === undefined ? 'no-region' : 'region-wide';
    const alone = region !== undefined && !picture.lanes.some((other) => other.region === region && other.zone !== undefined);
    return `<g class="lane wide">${ground}${alone ? '' : word(key, { ...at, class: 'lane-note' })}</g>`;
  }
  const classes = ['lane', ...(zone.unknown ? ['unknown'] : []), ...(zone.loses ? ['loses'] : [])].join(' ');
  return (
    `<g ${attributes({ class: classes, 'data-domain': `zone ${zone.label}`, 'data-region': region ?? '', ...(interactive ? BUTTON : {}) })}>` +
    `<title>${escapeMarkup(`zone ${zone.label}`)}</title>${ground}` +
    `${word('zone', { ...at, class: 'lane-name' }, zone.short)}${zone.loses || interactive ? cross(x + 2, y + 2) : ''}</g>`
  );
}

const BUTTON = { tabindex: 0, role: 'button', 'aria-pressed': 'false' } as const;

function drawEdge({ edge, points }: PlacedEdge): string {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [beforeX] = points.at(-2) ?? [0, 0];
  const back = beforeX <= x ? -7 : 7;
  return (
    `<g ${attributes({ class: `edge ${edge.kind}`, 'data-from': edge.from, 'data-to': edge.to })}>` +
    `<path class="way" d="${rounded(points)}"/><path class="tip" d="M${x} ${y}l${back} -3.5v7z"/></g>`
  );
}

const RADIUS = 5;

/** A line through corner points, with its corners rounded. */
function rounded(points: PlacedEdge['points']): string {
  const parts = points.map(([x, y], index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) return `M${x} ${y}`;
    if (after === undefined) return `L${x} ${y}`;
    const [inX, inY] = towards([x, y], before);
    const [outX, outY] = towards([x, y], after);
    return `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`;
  });
  return parts.join('');
}

function towards([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): readonly [number, number] {
  const distance = Math.abs(toX - x) + Math.abs(toY - y);
  const part = distance === 0 ? 0 : Math.min(RADIUS, distance / 2) / distance;
  return [round(x + (toX - x) * part), round(y + (toY - y) * part)];
}

/** How much narrower a text of regular weight is than the bold one that widths are estimated for. */
const REGULAR = 0.91;

function drawCard(card: PlacedCard, { interactive }: DrawOptions): string {
  const { node, x, y, width, height, strips } = card;
  const { title, detail } = captionOf(node);
  const classes = ['card', ...(node.alone ? ['alone'] : []), ...(node.names.length > 1 ? ['several'] : [])].join(' ');
  const stack =
    node.names.length > 1 ? `<rect ${attributes({ x: x + 4, y: y + 4, width, height, rx: 6, class: 'behind' })}/>` : '';
  return (
    `<g ${attributes({ class: classes, 'data-node': node.id, ...(interactive ? BUTTON : {}) })}>` +
    `<title>${escapeMarkup(fullCaption(node))}</title>${stack}` +
    `<rect ${attributes({ x, y, width, height, rx: 6, class: 'face' })}/>` +
    `<path class="mark" transform="translate(${x + 12} ${y + 13})" d="${MARKS[node.mark] ?? MARKS.other}"/>` +
    text((node.names.length > 1 ? endCut : middleCut)(title, WORDS_WIDTH, 12), { x: x + WORDS_AT, y: y + 21, class: 'name' }) +
    text(endCut(detail, WORDS_WIDTH, 11 * REGULAR), { x: x + WORDS_AT, y: y + 36, class: 'noun' }) +
    strips.map((strip) => drawStrip(strip, x)).join('') +
    `${node.alone || interactive ? cross(x + width - 4, y + 4) : ''}</g>`
  );
}

function fullCaption({ names, nouns }: SceneNode): string {
  return `${names.join(', ')} (${nouns.join(', ')})`;
}

/** Squares that are drawn one by one; more units than this are a number only. */
const MOST_SQUARES = 6;

function drawStrip({ zone, y, present, units }: Strip, x: number): string {
  const ground = `<rect ${attributes({ x: x + 8, y: y - STRIP / 2 + 1, width: CARD_WIDTH - 16, height: STRIP - 2, rx: 4, class: 'strip-ground' })}/>`;
  const open = `<g ${attributes({ class: present ? 'strip' : 'strip absent', ...(zone === undefined ? {} : { 'data-zone': zone }) })}>${ground}`;
  if (!present) return `${open}<path class="pass" d="M${x + 16} ${y}h${CARD_WIDTH - 32}"/></g>`;
  if (units === undefined) return `${open}<circle ${attributes({ cx: x + 20, cy: y, r: 4, class: 'unit' })}/></g>`;
  const [least, most] = units;
  const squares = Array.from(
    { length: most <= MOST_SQUARES ? most : 0 },
    (_, index) =>
      `<rect ${attributes({ x: x + 16 + index * 11, y: y - 4, width: 8, height: 8, rx: 1.5, class: index < least ? 'unit' : 'unit maybe' })}/>`,
  );
  const number = least === most ? `${least}` : `${least}–${most}`;
  return `${open}${squares.join('')}${word('units', { x: x + CARD_WIDTH - 16, y: y + 4, class: 'count', 'text-anchor': 'end' }, number)}</g>`;
}

/** The mark of a loss: a cross in a disc, so that colour is not the only sign. */
function cross(x: number, y: number): string {
  return `<g class="cross"><circle cx="${x}" cy="${y}" r="7"/><path d="M${x - 2.5} ${y - 2.5}l5 5M${x + 2.5} ${y - 2.5}l-5 5"/></g>`;
}

/** A word of ours, marked so that a page can say it in another language. */
export function word(key: string, attrs: Attributes, n?: string | number): string {
  return text(phrase(PICTURE_WORDS, key, n), { ...attrs, 'data-t': key, ...(n === undefined ? {} : { 'data-n': n }) });
}

type Attributes = Readonly<Record<string, string | number>>;

export function text(content: string, attrs: Attributes): string {
  return `<text ${attributes(attrs)}>${escapeMarkup(content)}</text>`;
}

export function attributes(values: Attributes): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeMarkup(typeof value === 'number' ? String(round(value)) : value)}"`)
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
