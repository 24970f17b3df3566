import { type ClassifiedTier, faultsOfPlacement, placeTiers } from '../../lib/blueprints';

const pages: ClassifiedTier = { name: 'pages', classification: 'public', asks: ['orders'] };
const orders: ClassifiedTier = { name: 'orders', classification: 'internal', asks: ['ledger'] };
const ledger: ClassifiedTier = { name: 'ledger', classification: 'confidential' };
const found = (...tiers: readonly ClassifiedTier[]) =>
  faultsOfPlacement(tiers)
    .filter((fault) => fault !== undefined)
    .map((fault) => fault.found);

describe('placeTiers', () => {
  it('puts what everybody may see into the cloud and keeps the rest', () => {
    expect(placeTiers([pages, orders, ledger]).map(({ name, place }) => `${name} ${place}`)).toEqual([
      'pages cloud',
      'orders site',
      'ledger site',
    ]);
  });

  it('lets public data stay at home', () => {
    expect(placeTiers([{ ...pages, place: 'site' }])[0]?.place).toBe('site');
  });
});

describe('faultsOfPlacement', () => {
  it('accepts a chain from public to confidential', () => {
    expect(found(pages, orders, ledger)).toEqual([]);
  });

  it.each<[string, readonly ClassifiedTier[], string]>([
    [
      'confidential data in the cloud',
      [{ ...ledger, place: 'cloud' }],
      'the tier ledger is confidential and placed in the cloud',
    ],
    [
      'internal data in the cloud',
      [{ ...orders, asks: [], place: 'cloud' }],
      'the tier orders is internal and placed in the cloud',
    ],
    [
      'a question that skips the tier between',
      [{ ...pages, asks: ['ledger'] }, ledger],
      'pages asks ledger, which is confidential, from the cloud',
    ],
    ['a question to nobody', [{ ...pages, asks: ['mail'] }], 'pages asks "mail"'],
  ])('refuses %s', (_, tiers, fault) => {
    expect(found(...tiers)).toEqual([fault]);
  });
});
