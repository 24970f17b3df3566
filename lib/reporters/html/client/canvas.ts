import type { DomainView } from '../domain-view';
import type { Cards } from '../picture-part';
import { all } from './dom';
import { speak } from './speech';

/** Something in the picture that can be chosen: a lane with its domain, or a card with its resources. */
export interface Target {
  readonly domain?: string;
  readonly keys: readonly string[];
}

/** The picture: tells what was chosen in it, and shows what a failure domain takes with it. */
export function startCanvas(cards: Cards, choose: (target: Target) => void) {
  const picture = document.querySelector<SVGSVGElement>('svg.picture.chooses');
  const items = picture === null ? [] : all<SVGGElement>('[role="button"]', picture);
  const cardOfKey = new Map(Object.entries(cards).flatMap(([id, { keys }]) => keys.map((key) => [key, id] as const)));
  for (const item of items) {
    item.setAttribute('tabindex', item === items[0] ? '0' : '-1');
    item.addEventListener('click', () => chooseItem(item));
    item.addEventListener('keydown', (event) => press(event, item));
  }
  startZoom(picture);

  function chooseItem(item: SVGGElement): void {
    const { domain, node } = item.dataset;
    rove(item);
    choose({ keys: (cards[node ?? ''] ?? NO_CARD).keys, ...(domain === undefined ? {} : { domain }) });
  }

  function press(event: KeyboardEvent, item: SVGGElement): void {
    const direction = DIRECTIONS[event.key];
    if (event.key === 'Enter' || event.key === ' ') chooseItem(item);
    else if (direction !== undefined) {
      const next = nearest(item, items, direction);
      if (next === undefined) return;
      rove(next);
      next.focus();
    } else return;
    event.preventDefault();
  }

  /** The picture is one stop of the Tab key; arrows move inside. */
  function rove(to: SVGGElement): void {
    for (const item of items) item.setAttribute('tabindex', item === to ? '0' : '-1');
  }

  function show(view: DomainView | undefined): void {
    if (picture === null) return;
    picture.classList.toggle('chosen', view !== undefined);
    document.getElementById('system')?.classList.toggle('has-choice', view !== undefined);
    const stops = new Set(view?.stops);
    const less = new Map(view?.capacity.map(({ key, left }) => [key, left]));
    const stopped = new Set<string>();
    const gone = new Set<string>();
    for (const item of items) {
      const { domain, node } = item.dataset;
      const { keys, parts } = cards[node ?? ''] ?? NO_CARD;
      const own = view?.resource !== undefined && keys.includes(view.resource.key);
      const chosen = view !== undefined && (domain === view.label || own);
      const inside = view?.scope === 'region' && view.label === `region ${item.dataset.region}`;
      const whole = parts.length > 0 && parts.every((key) => stops.has(key));
      const partly = !whole && keys.some((key) => stops.has(key));
      if (node !== undefined && (whole || partly)) stopped.add(node);
      item.classList.toggle('failed', chosen || inside);
      if (domain?.startsWith('zone ') === true && (chosen || inside)) gone.add(domain.slice('zone '.length));
      item.classList.toggle('stops', whole || (own && parts.length === 1 && view?.judged === true));
      item.classList.toggle('partly', partly);
      item.classList.toggle('less', !whole && !partly && keys.some((key) => (less.get(key) ?? 1) < 1));
      item.setAttribute('aria-pressed', String(chosen));
    }
    for (const strip of all<SVGGElement>('.strip', picture)) strip.classList.toggle('gone', gone.has(strip.dataset.zone ?? ''));
    for (const edge of all<SVGGElement>('.edge', picture)) {
      edge.classList.toggle('hit', stopped.has(edge.dataset.from ?? '') && stopped.has(edge.dataset.to ?? ''));
    }
  }

  /** Lights up the cards of a path, in order to show it while a reader points at it. */
  function trace(keys: readonly string[]): void {
    const ids = new Set(keys.map((key) => cardOfKey.get(key)));
    for (const item of items) item.classList.toggle('traced', ids.has(item.dataset.node ?? ''));
    if (picture === null) return;
    for (const edge of all<SVGGElement>('.edge', picture)) {
      edge.classList.toggle('traced', ids.has(edge.dataset.from) && ids.has(edge.dataset.to));
    }
  }

  return { show, trace };
}

const NO_CARD: Cards[string] = { keys: [], parts: [] };

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The next item in a direction: near along it, and not far to the side. */
function nearest(from: SVGGElement, items: readonly SVGGElement[], [dx, dy]: readonly [number, number]): SVGGElement | undefined {
  const start = middle(from);
  let best: { item: SVGGElement; cost: number } | undefined;
  for (const item of items) {
    const [x, y] = middle(item);
    const along = (x - start[0]) * dx + (y - start[1]) * dy;
    const aside = Math.abs((x - start[0]) * dy) + Math.abs((y - start[1]) * dx);
    if (item === from || along < 4) continue;
    const cost = along + 2 * aside;
    if (best === undefined || cost < best.cost) best = { item, cost };
  }
  return best?.item;
}

/** Of a card the middle of its head, of a lane its name. */
function middle(item: SVGGElement): readonly [number, number] {
  const { x, y, width } =
    (item.querySelector('.face, .ground, .frame') as SVGGraphicsElement | null)?.getBBox() ?? item.getBBox();
  if (item.classList.contains('region')) return [x + 40, y + 4];
  return item.classList.contains('lane') ? [x + 40, y + 20] : [x + width / 2, y + 20];
}

function startZoom(picture: SVGSVGElement | null): void {
  const button = document.getElementById('zoom');
  const canvas = picture?.parentElement;
  if (button === null || canvas === null || canvas === undefined) return;
  const fits = () => picture !== null && picture.width.baseVal.value <= canvas.clientWidth;
  const label = (key: 'picture.fit' | 'picture.full') => {
    const [span] = all<HTMLElement>('[data-t]', button);
    if (span === undefined) return;
    span.dataset.t = key;
    span.textContent = speak(key);
  };
  const measure = () => {
    button.hidden = !canvas.classList.contains('full') && fits();
  };
  button.addEventListener('click', () => {
    const full = canvas.classList.toggle('full');
    button.setAttribute('aria-pressed', String(full));
    label(full ? 'picture.fit' : 'picture.full');
  });
  new ResizeObserver(measure).observe(canvas);
}
