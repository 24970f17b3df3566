import { type Fault, faultOfCount } from './refusal';
import { spreadOverZones, survivorsOfZoneLoss } from './zone-spread';

/** What a group must still carry when its fullest zone is lost. */
export interface CapacityRequest {
  /** Units that must be left after the loss of a zone [units]. */
  readonly requiredCapacity: number;
  /** Zones the group is spread over. */
  readonly zones: number;
  /**
   * Units beyond the floor, for a zone that is lost while a deployment has taken some out [units].
   * @default 0
   */
  readonly spareUnits?: number;
}

/** The size that keeps a request, and what it costs. */
export interface CapacityPlan {
  readonly requiredCapacity: number;
  readonly zones: number;
  /** The redundant floor: no scaling and no schedule may go below it [units]. */
  readonly units: number;
  /** Units per zone, fullest first. */
  readonly perZone: readonly number[];
  /** Units left when the fullest zone is lost; never below `requiredCapacity`. */
  readonly survivors: number;
  /** Units paid for beyond the required ones, as a ratio of the required ones: 0.5 for 3 instead of 2. */
  readonly overProvision: number;
}

/**
 * The smallest balanced group that still has `required` units when its fullest zone is lost.
 *
 * `units - ceil(units / zones) >= required` holds first at `required + ceil(required / (zones - 1))`.
 */
function unitsToSurviveZoneLoss(required: number, zones: number): number {
  return required + Math.ceil(required / (zones - 1));
}

/** Everything wrong with a capacity request. */
export function faultsOfCapacity(request: CapacityRequest): readonly (Fault | undefined)[] {
  const { requiredCapacity, zones, spareUnits = 0 } = request;
  return [
    faultOfCount(
      'requiredCapacity',
      requiredCapacity,
      1,
      10_000,
      'the units that must be left after the loss of a zone',
      'set requiredCapacity to the units that carry the peak',
    ),
    faultOfCount('zones', zones, 2, 6, 'because a group in one zone is lost with it', 'spread the group over 2 or more zones'),
    faultOfCount('spareUnits', spareUnits, 0, 10_000, 'units on top of the floor', 'leave spareUnits out'),
  ];
}

/** The size that keeps a faultless request; see {@link faultsOfCapacity}. */
export function planCapacity(request: CapacityRequest): CapacityPlan {
  const { requiredCapacity, zones, spareUnits = 0 } = request;
  const units = unitsToSurviveZoneLoss(requiredCapacity, zones) + spareUnits;
  return {
    requiredCapacity,
    zones,
    units,
    perZone: spreadOverZones(units, zones),
    survivors: survivorsOfZoneLoss(units, zones),
    overProvision: (units - requiredCapacity) / requiredCapacity,
  };
}

/**
 * What parallel units carry before and after the loss of one of them, in the unit of `capacityOfEach`: two active lines
 * of 6 carry 12 while both live and 6 afterwards; as active and standby they carry 6 before and after.
 */
export function capacityAfterLoss(
  mode: 'active-active' | 'active-standby',
  units: number,
  capacityOfEach: number,
): { readonly before: number; readonly after: number; readonly safeLoad: number } {
  const before = mode === 'active-active' ? units * capacityOfEach : capacityOfEach;
  const after = mode === 'active-active' ? (units - 1) * capacityOfEach : Math.min(units - 1, 1) * capacityOfEach;
  return { before, after, safeLoad: Math.min(before, after) };
}
