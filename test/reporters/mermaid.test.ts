import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { anAssessment } from '../support/assessments';
import { fc } from '../support/laws';
import { noisyAssessments } from '../support/noise';
import { aNeed, aResource, aShop, aZone } from '../support/topologies';

const render = (assessment: Assessment) => reporterFor('mermaid')(assessment, PLAIN_CONTEXT);

/** A quoted text: nothing that Mermaid would read as something else. Marks are written as `#35;`. */
const TEXT = '"(?:[\\p{L}\\p{N} _.,:()/×–…-]|#\\d+;|<br/>)*"';
const LINES = {
  head: /^flowchart LR$/u,
  title: /^ {2}accTitle: [\w ]+$/u,
  open: new RegExp(`^ +subgraph ([rz]\\d+)\\[${TEXT}\\]$`, 'u'),
  close: /^ +end$/u,
  box: new RegExp(
    `^ +(n\\d+(?:_z\\d+)?)(?:\\[${TEXT}\\]|\\[\\(${TEXT}\\)\\]|\\(\\[${TEXT}\\]\\)|\\{\\{${TEXT}\\}\\}|\\[\\[${TEXT}\\]\\])$`,
    'u',
  ),
  link: /^ {2}(n\d+(?:_z\d+)?) (?:-->|-\.->) (n\d+(?:_z\d+)?)$/u,
  class: /^ {2}(?:classDef alone [\w:#,-]+|class [\w,]+ alone)$/u,
};

/** Reads a flowchart by the part of the grammar that we use, and refuses any other line. */
function read(chart: string) {
  const boxes: string[] = [];
  const links: [string, string][] = [];
  let depth = 0;
  for (const line of chart.trimEnd().split('\n')) {
    const kind = (Object.keys(LINES) as (keyof typeof LINES)[]).find((name) => LINES[name].test(line));
    if (kind === undefined) throw new Error(`no such line: ${line}`);
    const [, first = '', second = ''] = LINES[kind].exec(line) ?? [];
    if (kind === 'open') depth++;
    if (kind === 'close') depth--;
    if (depth < 0) throw new Error('an end too many');
    if (kind === 'box') boxes.push(first);
    if (kind === 'link') links.push([first, second]);
  }
  if (depth !== 0) throw new Error('a subgraph is not closed');
  return { boxes, links };
}

describe('the Mermaid flowchart', () => {
  it('keeps to the grammar and links only what it draws, whatever the input holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        const { boxes, links } = read(render(assessment));
        expect(new Set(boxes).size).toBe(boxes.length);
        for (const [from, to] of links) expect([boxes.includes(from), boxes.includes(to)]).toEqual([true, true]);
      }),
    );
  });

  it('draws a resource in each of its zones and keeps lines inside a zone where they can be', () => {
    const chart = render(anAssessment({ topology: aShop() }));
    const { boxes, links } = read(chart);
    expect(boxes.filter((box) => box.startsWith('n2'))).toEqual(['n2_z0', 'n2_z1']);
    expect(links).toContainEqual(['n1_z0', 'n2_z0']);
    expect(links).not.toContainEqual(['n1_z0', 'n2_z1']);
    expect(links).toContainEqual(['n2_z1', 'n3']);
    expect(chart).toContain('n2_z0["Checkout<br/>Auto Scaling group<br/>1–2 units"]');
    expect(chart).toContain('  class n3 alone\n');
  });

  it('draws a resource once where zones would make more lines than Mermaid takes', () => {
    const zones = ['a', 'b', 'c', 'd', 'e'].map((name) => aZone(name));
    const all = zones.map(({ label }) => label);
    const resources = Array.from({ length: 30 }, (_, index) =>
      aResource(index < 15 ? 'compute' : 'store', `R${index}`, { zones: all, units: index + 1 }),
    );
    const dependencies = Array.from({ length: 225 }, (_, index) => aNeed(`R${index % 15} -> R${15 + Math.floor(index / 15)}`));
    const { boxes, links } = read(
      render(anAssessment({ topology: { zones, resources, dependencies, functions: [], domains: [] } })),
    );
    expect(links.length).toBeLessThanOrEqual(400);
    expect(boxes).toHaveLength(30);
  });
});
