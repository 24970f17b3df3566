import { costOfSeasons, dayAfter, faultsOfSeasons, planCapacity, type Season } from '../../lib/blueprints';
import { fc } from '../support/laws';

const base = planCapacity({ requiredCapacity: 2, zones: 3 });
const term: Season = { name: 'term', from: '03-02', to: '07-15', floor: 12, ceiling: 60 };
const found = (...seasons: readonly Season[]) =>
  faultsOfSeasons(seasons, base)
    .filter((fault) => fault !== undefined)
    .map((fault) => fault.found);

describe('faultsOfSeasons', () => {
  it('accepts seasons that share no day, one of them over the turn of the year', () => {
    expect(found(term, { ...term, name: 'winter', from: '12-20', to: '01-31' })).toEqual([]);
  });

  it.each<[string, Partial<Season>, string]>([
    ['a floor under the redundant floor', { floor: 2 }, 'floor of season term is 2'],
    ['a floor over its ceiling', { ceiling: 11 }, 'season term has a floor of 12 and a ceiling of 11'],
    ['a month that is none', { from: '13-01' }, 'season term has the day 13-01'],
    ['a day that is none', { to: '04-31' }, 'season term has the day 04-31'],
    ['a day that cannot be read', { to: '4-1' }, 'season term has the day 4-1'],
  ])('refuses %s', (_, change, fault) => {
    expect(found({ ...term, ...change })).toEqual([fault]);
  });

  it('gives the numbers behind the redundant floor', () => {
    const [fault] = faultsOfSeasons([{ ...term, floor: 1 }], base).filter((each) => each !== undefined);
    expect(fault?.bound).toContain('2 required units over 3 zones need 3 to survive the loss of a zone');
  });

  it('refuses seasons that share a day, and names it', () => {
    expect(found(term, { ...term, name: 'exams', from: '07-15', to: '07-20' })).toEqual([
      'the seasons term and exams share 07-15',
    ]);
    expect(found({ ...term, name: 'a', from: '12-20', to: '01-10' }, { ...term, name: 'b', from: '01-10', to: '02-01' })).toEqual(
      ['the seasons a and b share 01-10'],
    );
  });

  it('refuses two seasons of one name', () => {
    expect(found(term, { ...term, from: '09-01', to: '09-30' })).toEqual(['season term is listed twice']);
  });
});

describe('costOfSeasons', () => {
  it('compares a fixed peak with a calendar', () => {
    // 136 days at 12 and 230 at 3, against 366 at 12.
    expect(costOfSeasons([term], base)).toEqual({ fixedUnitDays: 4392, elasticUnitDays: 2322, savedShare: 1 - 2322 / 4392 });
  });

  it('saves nothing without seasons, and never costs more than the fixed peak', () => {
    expect(costOfSeasons([], base).savedShare).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 100 }), (floor) => {
        const { fixedUnitDays, elasticUnitDays } = costOfSeasons([{ ...term, floor }], base);
        expect(elasticUnitDays).toBeLessThanOrEqual(fixedUnitDays);
      }),
    );
  });
});

describe('dayAfter', () => {
  it.each([
    ['07-15', '07-16'],
    ['02-29', '03-01'],
    ['12-31', '01-01'],
  ])('of %s is %s', (to, next) => {
    expect(dayAfter({ ...term, to })).toBe(next);
  });
});
