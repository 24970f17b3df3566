import type { Assessment } from '../diagnostics';
import { escapeMarkup } from './escape';
import { attributes, drawPicture, text, word } from './picture/draw';
import { middleCut } from './picture/labels';
import { toPicture } from './picture/lay-out';
import { DARK, LIGHT } from './picture/palette';
import { MARGIN, type Picture } from './picture/picture';
import { pictureRules } from './picture/picture-style';

/** The picture of a system as one SVG file: no script, no font, no request; dark where the reader's screen is dark. */
export function renderSvg({ topology, system }: Assessment): string {
  const picture = toPicture(topology);
  const legend = legendOf(picture);
  const width = Math.max(picture.width, 480);
  const height = picture.height + legend.height;
  const title = `failure domains of ${system.inputs.join(', ')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${attributes({ viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`, width: Math.ceil(width), height: Math.ceil(height), class: 'nospof', role: 'img', 'aria-labelledby': 'nospof-title' })}>
<title id="nospof-title">${escapeMarkup(title)}</title>
<style>
.nospof .paper { fill: ${LIGHT.ground}; }
${pictureRules(LIGHT, '.nospof ')}
@media (prefers-color-scheme: dark) {
.nospof .paper { fill: ${DARK.ground}; }
${pictureRules(DARK, '.nospof ')}
}
</style>
<rect class="paper" width="100%" height="100%"/>
${drawPicture(picture, { interactive: false })}
${legend.markup}
</svg>
`;
}

const LINE = 20;

/** `a` of `us-east-1a` and `#0` of `us-east-1#0` explain themselves under the name of their region. */
function isPlain(short: string, label: string, region: string): boolean {
  return label === short || label === `${region}${short}`;
}

/** What the lines and signs mean, and the whole names of zones whose lane shows a short one. */
function legendOf({ scene, height, edges, cards }: Picture): { readonly markup: string; readonly height: number } {
  const zones = scene.regions.flatMap(({ label: region, zones: all }) =>
    all.filter(({ short, label }) => !isPlain(short, label, region)),
  );
  const kinds = (['needs', 'route', 'weak'] as const).filter((kind) => edges.some(({ edge }) => edge.kind === kind));
  let y = height + LINE;
  const rows: string[] = [];
  const row = (sign: string, words: string) => {
    rows.push(`${sign}${words}`);
    y += LINE;
  };
  for (const kind of kinds) {
    row(
      `<g class="edge ${kind}"><path class="way" d="M${MARGIN} ${y - 4}h36"/><path class="tip" d="M${MARGIN + 40} ${y - 4}l-7 -3.5v7z"/></g>`,
      word(`legend.${kind}`, { x: MARGIN + 52, y }),
    );
  }
  if (cards.some(({ node }) => node.alone)) {
    row(
      `<g class="card alone"><rect class="face" x="${MARGIN + 1}" y="${y - 12}" width="36" height="15" rx="4"/></g>`,
      word('legend.alone', { x: MARGIN + 52, y }),
    );
  }
  if (cards.some(({ strips }) => strips.some(({ units }) => units !== undefined))) {
    row(
      `<rect class="unit" x="${MARGIN + 4}" y="${y - 9}" width="8" height="8" rx="1.5"/><rect class="unit maybe" x="${MARGIN + 18}" y="${y - 9}" width="8" height="8" rx="1.5"/>`,
      word('legend.unit', { x: MARGIN + 52, y }),
    );
  }
  for (const { short, label, unknown } of zones) {
    row(
      text(short, { x: MARGIN, y, class: 'lane-name' }),
      text(`${middleCut(label, 560, 11)}${unknown ? ': the input does not say which zone this is' : ''}`, { x: MARGIN + 52, y }),
    );
  }
  return { markup: rows.join('\n'), height: y - height };
}
