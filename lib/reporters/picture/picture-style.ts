import type { Palette } from './palette';

/** Fonts that are there: nothing is fetched. */
const SANS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", "Liberation Sans", "DejaVu Sans", sans-serif';

/** The rules of a picture, with colours or with the names of colours; inside elements of a class, where one is given. */
export function pictureRules(colour: Palette, inside = ''): string {
  return rulesOf(colour)
    .split('\n')
    .map((line) =>
      line.replace(/^[^{]+/, (selectors) =>
        selectors
          .split(',')
          .map((selector) => `${inside}${selector}`)
          .join(','),
      ),
    )
    .join('\n');
}

function rulesOf(colour: Palette): string {
  return `
text { font-family: ${SANS}; font-size: 11px; fill: ${colour.muted}; }
.tier { font-size: 11px; font-weight: 600; letter-spacing: .02em; }
.region .frame { fill: none; stroke: ${colour.line}; }
.region .handle { fill: none; pointer-events: all; }
.region-name { font-size: 12px; font-weight: 600; fill: ${colour.ink}; }
.lane .ground { fill: ${colour.sunken}; stroke: none; }
.lane.wide .ground { fill: none; stroke: ${colour.hairline}; }
.lane.unknown .ground { stroke: ${colour.line}; stroke-dasharray: 4 3; }
.lane-name { font-size: 12px; font-weight: 600; fill: ${colour.ink}; }
.card .face, .card .behind { fill: ${colour.surface}; stroke: ${colour.line}; }
.card .behind { stroke: ${colour.hairline}; }
.card .name { font-size: 12px; font-weight: 600; fill: ${colour.ink}; }
.card .mark { fill: none; stroke: ${colour.ink}; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
.card.alone .face { stroke: ${colour.lost}; stroke-width: 2; }
.strip-ground { fill: ${colour.sunken}; }
.strip.absent .strip-ground { fill: none; }
.pass { stroke: ${colour.hairline}; stroke-dasharray: 2 3; }
.unit { fill: ${colour.muted}; stroke: ${colour.muted}; }
.unit.maybe { fill: none; }
.edge .way { fill: none; stroke: ${colour.line}; stroke-width: 1.25; }
.edge .tip { fill: ${colour.line}; }
.edge.route .way { stroke-dasharray: 5 4; }
.edge.weak .way { stroke-dasharray: 1.5 3; }
.cross circle { fill: ${colour.lost}; }
.cross path { stroke: ${colour.surface}; stroke-width: 1.6; stroke-linecap: round; }
`.trim();
}
