import type { Need } from '../../fact';
import type { Path } from '../../path';

/** A row of a table of edges: what stands at a path, why it is needed, and where that is written. */
export function needOf(kind: Need['kind']): (path: Path, because: string, source?: string) => Need {
  return (path, because, source) => ({ path, kind, because, ...(source === undefined ? {} : { source }) });
}
