import type { EdgeTable, Facts, FactTable } from '../../fact';
import { controlEdges } from './control';
import { hardEdges } from './hard';
import { keyEdges } from './keys';
import { launchEdges } from './launch';
import { softEdges } from './soft';

/** Dependencies by what they are for: the tables to add a line to when an edge is missing. */
export const edges: readonly EdgeTable[] = [hardEdges, keyEdges, launchEdges, controlEdges, softEdges];

/** The facts of a table with the dependencies that tables of edges add to them, and to those cases that name their own. */
export function withEdges(table: FactTable): FactTable {
  return Object.fromEntries(
    Object.entries(table).map(([type, facts]) => {
      const added = edges.map((each) => each[type] ?? {});
      const needs = added.flatMap((each) => each.needs ?? []);
      const links = added.flatMap((each) => each.links ?? []);
      const extended = <T extends Partial<Facts>>(layer: T, isCase: boolean): T => ({
        ...layer,
        ...(needs.length > 0 && !(isCase && layer.needs === undefined) ? { needs: [...(layer.needs ?? []), ...needs] } : {}),
        ...(links.length > 0 && !(isCase && layer.links === undefined) ? { links: [...(layer.links ?? []), ...links] } : {}),
      });
      const cases = facts.cases?.map((each) => ({ ...each, facts: extended(each.facts, true) }));
      return [type, { ...extended(facts, false), ...(cases === undefined ? {} : { cases }) }];
    }),
  );
}
