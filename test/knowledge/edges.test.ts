import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aws, Knowledge } from '../../lib/knowledge';
import { edges as edgeTables } from '../../lib/knowledge/aws/edges';
import { type Edge, edgesOf } from '../../lib/knowledge/docs/edges';
import { sharedFolder } from '../support/shared';

const edges = edgesOf(aws);
const knowledge = new Knowledge(aws);

/** A row of the reference's table of edges. */
interface Row {
  readonly type: string;
  readonly path: string;
  /** `D`, `L`, `C`, `S`, `member`, and what it depends on. */
  readonly kind: string;
}

/** Rows that no fact states, and why that is right. */
const notStated: Readonly<Record<string, string>> = {
  'AWS::ECS::TaskDefinition ContainerDefinitions[].Essential':
    'the containers of a task are no resources: the task is the unit that fails, whichever of them took it down',
};

const KINDS: Readonly<Record<string, Edge['kind']>> = { D: 'hard', L: 'launch', C: 'control', S: 'soft', member: 'member' };

function rowsOf(text: string): Row[] {
  const section = text.slice(text.indexOf('### 2.1'), text.indexOf('### 2.2'));
  return [...section.matchAll(/^\| ([A-Za-z0-9]+::[A-Za-z0-9]+) \| `([^`]+)` \| [^|]* \| ([^|]*) \|/gm)].map(
    ([, type = '', path = '', kind = '']) => ({ type: `AWS::${type}`, path, kind }),
  );
}

/** The names of properties on a path, without what filters and flattens. */
const namesOn = (path: string) =>
  path
    .replace(/->.*$/, '')
    .replace(/\[[^\]]*\]/g, '')
    .split('.');

/** Whether the path of a fact is that of a row, or leads on from it. */
function leadsAlong(row: string, path: string): boolean {
  const names = namesOn(path);
  return namesOn(row).every((name, index) => names[index] === name);
}

const kindsOf = ({ kind }: Row) =>
  Object.entries(KINDS).flatMap(([word, meant]) => (new RegExp(`\\b${word}\\b`).test(kind) ? [meant] : []));

function isStated(row: Row): boolean {
  const kinds = kindsOf(row);
  return edges.some((edge) => edge.type === row.type && leadsAlong(row.path, edge.path) && kinds.includes(edge.kind));
}

const reference = sharedFolder('reference');
reference.describeHere("the reference's table of edges", () => {
  let rows: readonly Row[] = [];
  beforeAll(() => {
    rows = rowsOf(readFileSync(join(reference.folder, 'failure-domains.md'), 'utf8'));
  });

  it('is read in full', () => {
    expect(rows.length).toBeGreaterThan(55);
    expect(rows.filter((row) => kindsOf(row).length === 0)).toEqual([]);
  });

  it('is stated by facts, path by path and kind by kind', () => {
    const missing = rows.filter((row) => !isStated(row)).map(({ type, path }) => `${type} ${path}`);
    expect(missing).toEqual(Object.keys(notStated));
  });

  it('would not all pass: another kind is noticed, and another path', () => {
    const row = { type: 'AWS::ECS::TaskDefinition', path: 'ContainerDefinitions[].Image', kind: 'L' };
    expect(isStated(row)).toBe(true);
    expect(isStated({ ...row, kind: 'C' })).toBe(false);
    expect(isStated({ ...row, path: 'ContainerDefinitions[].Images' })).toBe(false);
  });
});

describe('the tables of edges', () => {
  const added = edgeTables.flatMap((table) => Object.entries(table));

  it('add to types that have facts', () => {
    expect(added.map(([type]) => type).filter((type) => knowledge.of(type) === undefined)).toEqual([]);
  });

  it('are heard in every case of a type', () => {
    const lost = added.flatMap(([type, { needs = [], links = [] }]) => {
      const facts = knowledge.of(type);
      const layers = [facts, ...(facts?.cases ?? []).map((each) => ({ ...facts, ...each.facts }))];
      return layers.flatMap((layer) => [
        ...needs.filter((need) => layer?.needs?.includes(need) !== true),
        ...links.filter((link) => layer?.links?.includes(link) !== true),
      ]);
    });
    expect(lost).toEqual([]);
  });

  it('say where an edge comes from', () => {
    const sources = added.flatMap(([, { needs = [], links = [] }]) => [...needs, ...links].map(({ source }) => source));
    expect(sources.filter((source) => source !== undefined && !/^https:\/\/[a-z0-9.-]+\/\S+$/.test(source))).toEqual([]);
  });
});
