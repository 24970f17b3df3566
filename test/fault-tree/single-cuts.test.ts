import { FormulaBuilder, type Leaf, type SingleCuts, singleCuts } from '../../lib/fault-tree';

/** Events 0 to 9 are machines; 10 and above are zones, the wildcard class. */
const isZone = (event: number) => event >= 10;

/** The cuts of the node that a test builds. */
function cutsOf(build: (formula: FormulaBuilder, leaf: (leaf: Partial<Leaf>) => number) => number): SingleCuts {
  const formula = new FormulaBuilder();
  const node = build(formula, (leaf) => formula.leaf({ must: [], ...leaf }));
  return singleCuts(formula, isZone)[node]!;
}
const nothing = { must: [], may: [], anyOfClass: false, never: false, asleep: false };
const never = { ...nothing, never: true };

describe('singleCuts', () => {
  it('takes every event of every part for what needs all of them', () => {
    const cut = cutsOf((formula, leaf) =>
      formula.all([leaf({ must: [3, 1] }), leaf({ must: [2, 1], may: [7] }), leaf({ anyOfClass: true })]),
    );
    expect(cut).toEqual({ must: [1, 2, 3], may: [1, 2, 3, 7], anyOfClass: true, never: false, asleep: false });
  });

  it('takes the events that all parts share for what needs one of them', () => {
    expect(cutsOf((formula, leaf) => formula.any([leaf({ must: [1, 2] }), leaf({ must: [2, 3] })]))).toEqual({
      ...nothing,
      must: [2],
      may: [2],
    });
  });

  it('needs more than the spare weight to fall', () => {
    const twoOfThree = (...zones: readonly number[]) =>
      cutsOf((formula, leaf) =>
        formula.atLeast(
          2,
          zones.map((zone) => leaf({ must: [zone] })),
        ),
      );
    expect(twoOfThree(10, 11, 12)).toEqual(nothing);
    expect(twoOfThree(10, 10, 12)).toEqual({ ...nothing, must: [10], may: [10] });
    const heavy = cutsOf((formula, leaf) => formula.atLeast(3, [leaf({ must: [10] }), leaf({ must: [11] })], [3, 2]));
    expect(heavy).toEqual({ ...nothing, must: [10], may: [10] });
  });

  it('counts a part that never works as fallen already', () => {
    expect(cutsOf((formula, leaf) => formula.any([leaf({ must: [10] }), leaf({ never: true })]))).toEqual({
      ...nothing,
      must: [10],
      may: [10],
    });
    expect(cutsOf((formula, leaf) => formula.any([leaf({ never: true, must: [10] }), leaf({ never: true })]))).toEqual(never);
  });

  it('says of what never works what would stop it if it did', () => {
    const stopped = { ...never, must: [10], may: [10] };
    expect(cutsOf((formula, leaf) => formula.all([leaf({ must: [10] }), leaf({ never: true })]))).toEqual(stopped);
    expect(cutsOf((formula, leaf) => formula.atLeast(3, [leaf({ must: [10] }), leaf({})]))).toEqual(stopped);
    const inZone = (formula: FormulaBuilder, leaf: (leaf: Partial<Leaf>) => number) =>
      formula.all([leaf({ must: [10] }), leaf({ never: true })]);
    expect(cutsOf((formula, leaf) => formula.any([inZone(formula, leaf), inZone(formula, leaf)]))).toEqual(stopped);
  });

  it('ignores parts without weight', () => {
    const cut = cutsOf((formula, leaf) =>
      formula.atLeast(1, [leaf({ must: [10] }), leaf({ must: [11] }), leaf({ never: true })], [1, 0, 0]),
    );
    expect(cut).toEqual({ ...nothing, must: [10], may: [10] });
  });

  it('lets a part of unknown place fall together with any zone, once', () => {
    // The unknown one may stand in zone 10, and then both fall; it names 10 itself as well, which adds nothing.
    const beside = (leaf: Partial<Leaf>) =>
      cutsOf((formula, of) => formula.any([of({ must: [10] }), of({ anyOfClass: true, ...leaf })]));
    expect(beside({})).toEqual({ ...nothing, may: [10] });
    expect(beside({ may: [10, 11] })).toEqual({ ...nothing, may: [10] });
    const three = cutsOf((formula, of) =>
      formula.atLeast(1, [of({ must: [10] }), of({ may: [10], anyOfClass: true }), of({ must: [11] })]),
    );
    expect(three).toEqual(nothing);
    const both = cutsOf((formula, of) =>
      formula.any([of({ may: [10] }), of({ anyOfClass: true, may: [10, 5] }), of({ may: [10] })]),
    );
    expect(both).toEqual({ ...nothing, may: [10] });
  });

  it('leaves machines out of what a part of unknown place may fall with', () => {
    expect(cutsOf((formula, leaf) => formula.any([leaf({ must: [1] }), leaf({ anyOfClass: true })]))).toEqual(nothing);
    expect(cutsOf((formula, leaf) => formula.any([leaf({ must: [1] }), leaf({ anyOfClass: true, may: [1] })]))).toEqual({
      ...nothing,
      may: [1],
    });
    expect(cutsOf((formula, leaf) => formula.any([leaf({ anyOfClass: true }), leaf({ anyOfClass: true })]))).toEqual({
      ...nothing,
      anyOfClass: true,
    });
  });

  it('takes a circle for working until something outside stops it', () => {
    const formula = new FormulaBuilder();
    const [cart, prices, stock] = [formula.declare(), formula.declare(), formula.declare()];
    const store = formula.leaf({ must: [1] });
    formula.define(cart, 1, [prices]);
    formula.define(prices, 2, [stock, store]);
    formula.define(stock, 1, [cart]);
    const [a, b, c] = singleCuts(formula, isZone);
    for (const cut of [a, b, c]) expect(cut).toEqual({ ...nothing, must: [1], may: [1] });
    const idle = new FormulaBuilder();
    const self = idle.declare();
    idle.define(self, 1, [self]);
    expect(singleCuts(idle, isZone)[self]).toEqual(nothing);
  });

  it('goes round a long circle until nothing changes', () => {
    const formula = new FormulaBuilder();
    const nodes = Array.from({ length: 50 }, () => formula.declare());
    const broken = formula.leaf({ must: [10] });
    for (const [at, node] of nodes.entries()) formula.define(node, 1, [nodes[(at + 1) % nodes.length]!]);
    formula.define(nodes[17]!, 2, [nodes[18]!, broken]);
    const cuts = singleCuts(formula, isZone);
    for (const node of nodes) expect(cuts[node]).toEqual({ ...nothing, must: [10], may: [10] });
  });
});

describe('FormulaBuilder', () => {
  it('says what was built', () => {
    const formula = new FormulaBuilder();
    expect(formula.size).toBe(0);
    const leaf = formula.leaf({ must: [4], may: [5] });
    const gate = formula.atLeast(2, [leaf, leaf], [1, 3]);
    const open = formula.declare();
    expect([leaf, gate, open, formula.size]).toEqual([0, 1, 2, 3]);
    expect([leaf, gate, open].map((node) => formula.kindOf(node))).toEqual(['leaf', 'gate', 'gate']);
    expect(formula.leafOf(leaf)).toEqual({ must: [4], may: [5] });
    expect(formula.leafOf(gate)).toEqual({ must: [] });
    expect([formula.requiredOf(gate), formula.childrenOf(gate), formula.weightsOf(gate)]).toEqual([2, [leaf, leaf], [1, 3]]);
    for (const node of [leaf, open]) {
      expect([formula.requiredOf(node), formula.childrenOf(node), formula.weightsOf(node)]).toEqual([0, [], undefined]);
    }
    expect([formula.requiredOf(99), formula.childrenOf(99)]).toEqual([0, []]);
  });

  it('makes no gate for a single part, and one that always works for none', () => {
    const formula = new FormulaBuilder();
    const leaf = formula.leaf({ must: [1] });
    const other = formula.leaf({ must: [2] });
    expect(formula.all([leaf])).toBe(leaf);
    expect(formula.any([leaf])).toBe(leaf);
    const [all, any, none, nobody] = [formula.all([leaf, other]), formula.any([leaf, other]), formula.all([]), formula.any([])];
    expect([all, any, none, nobody].map((node) => [formula.requiredOf(node), formula.childrenOf(node)])).toEqual([
      [2, [leaf, other]],
      [1, [leaf, other]],
      [0, []],
      [0, []],
    ]);
    const cuts = singleCuts(formula, isZone);
    expect([cuts[none], cuts[nobody]]).toEqual([nothing, nothing]);
  });
});

describe('a part that sleeps', () => {
  const sleeping = (build: FormulaBuilder, ...must: number[]) =>
    build.all([build.leaf({ must }), build.leaf({ must: [], asleep: true })]);

  it('stands in for nobody', () => {
    const build = new FormulaBuilder();
    const node = build.any([build.leaf({ must: [1] }), sleeping(build, 2)]);
    expect(singleCuts(build, () => false)[node]).toEqual({ ...nothing, must: [1], may: [1] });
  });

  it('says what stops it once it is awake, alone and with what needs it', () => {
    const build = new FormulaBuilder();
    const node = build.all([build.leaf({ must: [1] }), sleeping(build, 2)]);
    expect(singleCuts(build, () => false)[node]).toEqual({ ...nothing, must: [1, 2], may: [1, 2], asleep: true });
  });

  it('is all that is left where the others sleep or never work', () => {
    const build = new FormulaBuilder();
    const never = build.leaf({ must: [], never: true });
    const node = build.any([sleeping(build, 1, 2), sleeping(build, 2, 3), never]);
    expect(singleCuts(build, () => false)[node]).toEqual({ ...nothing, must: [2], may: [2], asleep: true });
  });
});
