import { capacityAfterLoss, faultsOfCapacity, planCapacity, spreadOverZones, survivorsOfZoneLoss } from '../../lib/blueprints';
import { fc } from '../support/laws';

const zoneCount = fc.integer({ min: 2, max: 6 });
const required = fc.integer({ min: 1, max: 500 });

describe('planCapacity', () => {
  it.each([
    [2, 1, 2],
    [2, 6, 12],
    [3, 1, 2],
    [3, 2, 3],
    [3, 4, 6],
    [3, 6, 9],
    [4, 6, 8],
    [4, 4, 6],
  ])('over %i zones keeps %i required units with %i', (zones, requiredCapacity, units) => {
    expect(planCapacity({ zones, requiredCapacity }).units).toBe(units);
  });

  it('leaves the required units whichever zone is lost, with no unit too many', () => {
    fc.assert(
      fc.property(required, zoneCount, (requiredCapacity, zones) => {
        const { units, perZone, survivors } = planCapacity({ requiredCapacity, zones });
        for (const lost of perZone) expect(units - lost).toBeGreaterThanOrEqual(requiredCapacity);
        expect(survivors).toBe(units - Math.max(...perZone));
        expect(survivorsOfZoneLoss(units - 1, zones)).toBeLessThan(requiredCapacity);
      }),
    );
  });

  it('adds spare units on top of the floor', () => {
    expect(planCapacity({ requiredCapacity: 2, zones: 3, spareUnits: 1 })).toMatchObject({ units: 4, survivors: 2 });
  });

  it('says what redundancy costs', () => {
    expect(planCapacity({ requiredCapacity: 4, zones: 2 }).overProvision).toBe(1);
    expect(planCapacity({ requiredCapacity: 4, zones: 3 }).overProvision).toBe(0.5);
  });
});

describe('spreadOverZones', () => {
  it('puts every unit somewhere and no two zones differ by more than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), zoneCount, (units, zones) => {
        const spread = spreadOverZones(units, zones);
        expect(spread).toHaveLength(zones);
        expect(spread.reduce((sum, count) => sum + count, 0)).toBe(units);
        expect(Math.max(...spread) - Math.min(...spread)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('capacityAfterLoss', () => {
  it('shows why two active lines of 6 must not be sold as 12', () => {
    expect(capacityAfterLoss('active-active', 2, 6)).toEqual({ before: 12, after: 6, safeLoad: 6 });
    expect(capacityAfterLoss('active-standby', 2, 6)).toEqual({ before: 6, after: 6, safeLoad: 6 });
  });

  it('leaves nothing of one line', () => {
    expect(capacityAfterLoss('active-active', 1, 6).safeLoad).toBe(0);
    expect(capacityAfterLoss('active-standby', 1, 6).safeLoad).toBe(0);
  });
});

describe('faultsOfCapacity', () => {
  it('names value, bound and way out for each fault', () => {
    const faults = faultsOfCapacity({ requiredCapacity: 0, zones: 1, spareUnits: -1 }).filter((fault) => fault !== undefined);
    expect(faults.map(({ found }) => found)).toEqual(['requiredCapacity is 0', 'zones is 1', 'spareUnits is -1']);
    expect(faults.map(({ wayOut }) => wayOut)).toEqual([
      'set requiredCapacity to the units that carry the peak',
      'spread the group over 2 or more zones',
      'leave spareUnits out',
    ]);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p units', (requiredCapacity) => {
    expect(faultsOfCapacity({ requiredCapacity, zones: 3 }).some((fault) => fault !== undefined)).toBe(true);
  });
});
