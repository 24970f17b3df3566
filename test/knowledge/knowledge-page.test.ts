import { aws, beyondAws, type FactTable } from '../../lib/knowledge';
import { knowledgePage } from '../../lib/knowledge/docs/knowledge-page';

const source = 'https://docs.example.com/cache.html';
const checked = '2026-11-22';
const example: FactTable = {
  'AWS::Shop::Cache': {
    noun: 'cache',
    role: 'cache',
    locality: 'zone',
    units: { count: { desired: 'Nodes', min: 'Least', absent: 1 }, needed: 'majority', spread: 'one-place' },
    recovery: { kind: 'self-healing', seconds: [60, 300] },
    cases: [
      { when: { Mode: ['cross-az', 'wide'] }, facts: { units: { count: { min: 'Replicas', absent: 0, plus: 1 } } } },
      { when: { Nodes: 'absent' }, facts: { doubt: { because: 'the service chooses', tell: 'set Nodes' } } },
    ],
    source,
    checked,
  },
  'AWS::Shop::Basket': { noun: 'basket', role: 'store', locality: 'region', source, checked },
  'AWS::Shop::Label': { noun: 'label', role: 'configuration', locality: 'none', inert: true, source, checked },
};

describe('the page about what depends on what', () => {
  it('has a row for each path, whether it is needed, joined or part of', () => {
    const lines = knowledgePage([
      {
        'AWS::Shop::Till': {
          noun: 'till',
          role: 'compute',
          locality: 'zone',
          needs: [{ path: 'Ledger', kind: 'hard', because: 'it writes there' }],
          links: [{ from: 'Shop', to: ['Street', 'Square'], kind: 'soft', because: 'customers come from there' }],
          joins: ['Market'],
          placement: { subnets: ['Street'] },
          units: { count: { min: 'Clerks', absent: 2 } },
          text: ['Notes'],
          templates: ['Plan'],
          cases: [{ when: { Old: true }, facts: { needs: [{ path: 'Ledger', kind: 'hard', because: 'it writes there' }] } }],
          source,
          checked,
        },
      },
    ]).split('\n');
    expect(lines.filter((line) => line.includes('`AWS::Shop::Till`')).slice(1)).toEqual([
      '| `AWS::Shop::Till` | `Ledger` | hard | all | it writes there |',
      '| `AWS::Shop::Till` | `Shop` to `Street` | soft | all | customers come from there |',
      '| `AWS::Shop::Till` | `Shop` to `Square` | soft | all | customers come from there |',
      '| `AWS::Shop::Till` | `Plan` | launch | all | its units are launched from it |',
      '| `AWS::Shop::Till` | `Market` | member | any | it joins it |',
      '| `AWS::Shop::Till` | `Street` | hard | k of n | its units stand in the zone of this subnet, and go out by its routes |',
      '| `AWS::Shop::Till` | `Notes` | hard | all | its text names what it calls |',
    ]);
  });
});

describe('the page about what is known', () => {
  it('says units, places, recovery and the cases of a type in words', () => {
    const lines = knowledgePage([example]).split('\n');
    expect(lines).toContain(
      `| \`AWS::Shop::Cache\` | cache | cache | zone | \`Nodes\`, else \`Least\`, else 1; most must live; all in one zone | self-healing, 60 to 300 s | <${source}> | ${checked} |`,
    );
    expect(lines).toContain('| … when `Mode` is cross-az or wide |  |  |  | 1 more than `Replicas`, else 0 |  |  |  |');
    expect(lines).toContain('| … when `Nodes` is absent |  |  |  | open: the service chooses |  |  |  |');
    expect(lines).toContain(
      `| \`AWS::Shop::Basket\` | basket | store | region | run by the provider |  | <${source}> | ${checked} |`,
    );
    expect(lines).toContain(`| \`AWS::Shop::Label\` | label | configuration | <${source}> | ${checked} |`);
  });

  it('is the same text for the same facts in another order', () => {
    expect(knowledgePage([...aws].reverse())).toBe(knowledgePage(aws));
  });

  it('has a row for every type, and cells that no bar breaks', () => {
    const tables = [...aws, ...beyondAws()];
    const [top = '', bottom = ''] = knowledgePage(tables).split('## What depends on what');
    const rowsOf = (text: string) => text.split('\n').filter((line) => /^\| (`|…)/.test(line));
    const [types, edges] = [rowsOf(top), rowsOf(bottom)];
    expect(types.filter((line) => line.startsWith('| `')).length).toBe(
      new Set(tables.flatMap((table) => Object.keys(table))).size,
    );
    expect(edges.length).toBeGreaterThan(600);
    const cells = (rows: readonly string[]) => [...new Set(rows.map((line) => line.replaceAll('\\|', '').split(' | ').length))];
    expect(cells(types).sort()).toEqual([5, 8]);
    expect(cells(edges)).toEqual([5]);
  });
});
