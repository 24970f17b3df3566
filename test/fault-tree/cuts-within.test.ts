import { cutsWithin, FormulaBuilder } from '../../lib/fault-tree';

/** Two shops, of which one suffices, and the store that both need. */
function shops() {
  const formula = new FormulaBuilder();
  const store = formula.leaf({ must: [0] });
  const near = formula.all([formula.leaf({ must: [0] }), store]);
  const far = formula.all([formula.leaf({ must: [1] }), store]);
  return { formula, store, near, far, root: formula.any([near, far]) };
}

describe('cuts within a part of a formula', () => {
  it('names the nodes that stop the root alone', () => {
    const { formula, store, near, far, root } = shops();
    const within = new Set([root, near, far, store]);
    expect(cutsWithin(formula, root, within, (node) => (node === store ? 7 : undefined))).toEqual([7]);
  });

  it('leaves out a node that another stands in for', () => {
    const { formula, near, far, root } = shops();
    expect(cutsWithin(formula, root, new Set([root, near, far]), (node) => (node === near ? 7 : undefined))).toEqual([]);
  });

  it('finds that nodes with one event stop the root together', () => {
    const { formula, near, far, root } = shops();
    const eventOf = (node: number) => (node === near || node === far ? 7 : undefined);
    expect(cutsWithin(formula, root, new Set([root, near, far]), eventOf)).toEqual([7]);
  });

  it('takes everything outside of the part for working', () => {
    const { formula, store, near, root } = shops();
    expect(cutsWithin(formula, root, new Set([root, near, store]), (node) => (node === store ? 7 : undefined))).toEqual([]);
  });
});
