import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assess } from '../../lib';
import { sharedFolder } from '../support/shared';

const { folder, describeHere } = sharedFolder('corpus');

/** The rows of a table with a heading line, as the scorer reads them. */
function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...rows] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, at) => [names[at] ?? '', cell])));
}

interface Score {
  readonly missed: string[];
  readonly wrong: string[];
  readonly traps: string[];
  readonly crashed: string[];
  labelled: number;
  named: number;
}

/** What the scorer of the corpus counts: labels by logical id and file against findings about single points of failure. */
async function score(): Promise<Score> {
  const total: Score = { missed: [], wrong: [], traps: [], crashed: [], labelled: 0, named: 0 };
  const labels = rowsOf('labels.tsv');
  for (const { case: id = '', folder: name = '' } of rowsOf('cases.tsv')) {
    const paths = readdirSync(join(folder, 'labelled', name))
      .sort()
      .map((file) => join(folder, 'labelled', name, file));
    const mine = labels.filter((label) => label.case === id);
    const keyOf = (resource: string, file: string) => `${id} ${resource} ${basename(file)}`;
    const marked = (verdict: string) =>
      mine.filter((label) => label.verdict === verdict).map((label) => keyOf(label.logical_id ?? '', label.file ?? ''));
    const spof = marked('SPOF');
    total.labelled += spof.length;
    let findings: Awaited<ReturnType<typeof assess>>['findings'];
    try {
      ({ findings } = await assess(paths, { survive: 'zone', parameters: {}, worlds: 'default' }));
    } catch (error) {
      total.crashed.push(`${id}: ${String(error)}`);
      continue;
    }
    const named = new Set(
      findings
        .filter(({ category }) => category === 'SINGLE_POINT_OF_FAILURE')
        .map(({ resource }) => keyOf(resource.id, resource.file)),
    );
    total.named += named.size;
    total.missed.push(...spof.filter((key) => !named.has(key)));
    total.wrong.push(...[...named].filter((key) => !spof.includes(key)));
    total.traps.push(...marked('NOT').filter((key) => named.has(key)));
  }
  return total;
}

describeHere('the labelled templates', () => {
  it('have their single points of failure named, and hardly anything else', async () => {
    const { missed, wrong, traps, crashed, labelled, named } = await score();
    expect(labelled).toBeGreaterThan(20);
    expect({ crashed, traps }).toEqual({ crashed: [], traps: [] });
    const recall = (labelled - missed.length) / labelled;
    const precision = (named - wrong.length) / named;
    // The lists stand beside the ratios so that a failure says which resource it was.
    expect({ missed, enough: recall >= 0.95 }).toEqual({ missed, enough: true });
    expect({ wrong, enough: precision >= 0.95 }).toEqual({ wrong, enough: true });
  }, 60_000);
});
