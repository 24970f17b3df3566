/**
 * How a balanced group puts its units into zones: no two zones differ by more than one, fullest first.
 *
 * @param units - number of units, at least 0
 * @param zones - number of zones, at least 1
 * @returns one number per zone; they add up to `units`
 */
export function spreadOverZones(units: number, zones: number): readonly number[] {
  return Array.from({ length: zones }, (_, zone) => Math.floor(units / zones) + (zone < units % zones ? 1 : 0));
}

/** Units left when the fullest zone of a balanced group is lost [units]. */
export function survivorsOfZoneLoss(units: number, zones: number): number {
  return units - Math.ceil(units / zones);
}
