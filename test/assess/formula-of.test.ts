import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, formulaOf, type SystemFormula } from '../../lib';
import { type Config, parseConfig } from '../../lib/config';

/** Whether each node works when these failure domains are lost, taking what is not known for safe, or for lost. */
function works({ nodes, failureDomains }: SystemFormula, lost: ReadonlySet<number>, unlucky = false): readonly boolean[] {
  const isPlace = [...lost].some((event) => failureDomains[event]?.place === true);
  let now = nodes.map(() => true);
  for (;;) {
    const next = nodes.map((node) => {
      if (node.is === 'leaf') {
        const perhaps = unlucky && (node.perhapsBy.some((event) => lost.has(event)) || (node.anyPlace && isPlace));
        return !node.never && !perhaps && !node.stoppedBy.some((event) => lost.has(event));
      }
      const left = node.children.reduce((sum, child, index) => sum + (now[child] ? (node.weights?.[index] ?? 1) : 0), 0);
      return left >= node.required;
    });
    if (next.every((value, index) => value === now[index])) return now;
    now = next;
  }
}

const cases = join(__dirname, '../cases');
const OURS = /^(expected\.(txt|json)|complete\.json|options\.txt|nospof\.yaml|README\.md)$/;
const folders = [
  'group-of-one',
  'database-without-standby',
  'mount-target-in-one-zone',
  'single-region',
  'unproven',
  'permissions',
]
  .flatMap((topic) => readdirSync(join(cases, topic)).map((name) => join(topic, name)))
  .filter((name) => !existsSync(join(cases, name, 'options.txt')) || name.startsWith('single-region'));

describe('the formula of a system', () => {
  it.each(folders)('has the minimal cut sets of order 1 that are found: %s', async (name) => {
    const folder = join(cases, name);
    const inputs = readdirSync(folder)
      .filter((file) => !OURS.test(file))
      .map((file) => join(folder, file));
    const yaml = join(folder, 'nospof.yaml');
    const config: Config | undefined = existsSync(yaml) ? parseConfig(readFileSync(yaml, 'utf8'), yaml) : undefined;
    const options = {
      survive: name.startsWith('single-region') ? ('region' as const) : ('zone' as const),
      parameters: {},
      worlds: 'default' as const,
      ...(config && { config }),
    };
    const formula = await formulaOf(inputs, options);
    const { topology } = await assess(inputs, options);
    expect(formula.functions.map(({ kind, name: of, entry }) => ({ kind, name: of, entry }))).toEqual(topology.functions);
    const calm = works(formula, new Set());
    const alone = formula.failureDomains.map((_, event) => works(formula, new Set([event])));
    const byChance = formula.failureDomains.map((_, event) => works(formula, new Set([event]), true));
    for (const [index, { kind, node }] of formula.functions.entries()) {
      // Who is lost with a way out does not miss it; only the verdicts know who wants it.
      if (kind === 'egress' || !calm[node]) continue;
      const cuts = formula.failureDomains.filter((_, event) => !alone[event]?.[node]).map(({ label }) => label);
      const found = topology.domains
        .filter(({ lostFunctions }) => lostFunctions?.includes(index) === true)
        .map(({ label }) => label);
      expect(found).toEqual(expect.arrayContaining(cuts));
      // What stands in one of several zones is lost with each of them, by chance.
      const perhaps = formula.failureDomains.filter((_, event) => !byChance[event]?.[node]).map(({ label }) => label);
      expect(perhaps).toEqual(expect.arrayContaining(found));
      if (!cuts.some((label) => label.startsWith('component '))) expect(found.sort()).toEqual(cuts.sort());
    }
  });

  it('has minimal cut sets of order 2: a group over two zones is lost with both', async () => {
    const folder = join(cases, 'group-in-one-zone/clean-two-zones');
    const formula = await formulaOf([join(folder, readdirSync(folder).find((file) => !OURS.test(file))!)], {
      survive: 'zone',
      parameters: {},
    });
    const [offered] = formula.functions;
    const pairs = formula.failureDomains.flatMap((a, i) =>
      formula.failureDomains
        .slice(i + 1)
        .flatMap((b, j) => (works(formula, new Set([i, i + 1 + j]))[offered!.node] ? [] : [[a.label, b.label]])),
    );
    expect(pairs).toEqual([['zone us-east-1#0', 'zone us-east-1#1']]);
  });

  it('keeps what is shared once, and names what it stands for', async () => {
    const folder = join(cases, 'permissions/search-that-only-a-policy-names');
    const { nodes, functions } = await formulaOf([join(folder, 'shop.yaml')], { survive: 'zone', parameters: {} });
    const named = nodes.flatMap((node) => (node.is === 'at-least' && node.resource !== undefined ? [node.resource] : []));
    expect(new Set(named).size).toBe(named.length);
    expect(named).toEqual(expect.arrayContaining(['shop/Balancer', 'shop/Catalog', 'shop/Search']));
    expect(functions).toEqual([{ kind: 'serve', name: 'Balancer', entry: 'shop/Balancer', node: 0 }]);
  });
});
