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
    const rows = knowledgePage(tables)
      .split('\n')
      .filter((line) => /^\| (`|…)/.test(line));
    expect(rows.filter((line) => line.startsWith('| `')).length).toBe(
      new Set(tables.flatMap((table) => Object.keys(table))).size,
    );
    const cells = new Set(rows.map((line) => line.replaceAll('\\|', '').split(' | ').length));
    expect([...cells].sort()).toEqual([5, 8]);
  });
});
