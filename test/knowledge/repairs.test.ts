import { aws, Knowledge, priceTable, repairTable, stepsOf } from '../../lib/knowledge';

const knowledge = new Knowledge(aws);
const entries = Object.entries(repairTable()).flatMap(([type, remedies]) =>
  Object.entries(remedies).flatMap(([remedy, facts]) => facts.map((fact) => ({ name: `${type} ${remedy}`, type, fact }))),
);

describe('repairs', () => {
  it('are of types that nospof knows, in alphabetical order', () => {
    const types = Object.keys(repairTable());
    expect(types.filter((type) => knowledge.of(type) === undefined)).toEqual([]);
    expect(types).toEqual([...types].sort());
  });

  it.each(entries)('$name has a source, a day, and paths that can be read', ({ fact }) => {
    expect(fact.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(fact.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(fact.checked <= new Date().toISOString().slice(0, 10)).toBe(true);
    const { cost } = fact;
    const paths = cost.is === 'units' ? [...cost.machine, ...(cost.task ? [cost.task.cpu, cost.task.memory] : [])] : [];
    for (const path of [...paths, ...Object.keys(fact.when ?? {}), ...fact.set.map(({ property }) => property.join('.'))]) {
      expect(() => stepsOf(path)).not.toThrow();
    }
    for (const { cdk = '{}', terraform = '{}' } of fact.set) expect([cdk, terraform].join('')).not.toContain('undefined');
  });
});

describe('prices', () => {
  const { PRICES, instancePrice, HOURS_PER_MONTH } = priceTable();

  it.each(Object.entries(PRICES))('of %s have a source and a day', (_, { source, checked, usdPerHour }) => {
    expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/.*pricing\/$/);
    expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(usdPerHour * HOURS_PER_MONTH).toBeLessThan(100);
  });

  it('of instances double with each size, and are not made up for a family that nobody looked up', () => {
    expect(instancePrice('m7g.large')?.usdPerHour).toBe(0.0816);
    expect(instancePrice('m7g.2xlarge')?.usdPerHour).toBeCloseTo(0.3264);
    expect(instancePrice('t3.micro')?.usdPerHour).toBeCloseTo(0.0104);
    expect(['x9.large', 'm7g.huge', 'm7g', '', 'constructor.large'].map(instancePrice)).toEqual(new Array(5).fill(undefined));
  });
});
