/** Construct paths of the resources of one template: of a stack, or of one of its nested stacks. */
export interface OwnedPaths {
  /** Construct path by logical id, without the name of the low-level part. */
  readonly paths: Map<string, string>;
  /** By the logical id of a nested stack's resource: the paths inside it. */
  readonly nested: Map<string, OwnedPaths>;
}

const nestedResource = /^(.*\/)([^/]+)\.NestedStack\/\2\.NestedStackResource$/;

/**
 * Sorts logical ids by the template they stand in. One logical id can stand in a stack and in its nested stacks at once;
 * the construct path tells them apart.
 *
 * @param ids - logical id by construct path
 */
export function constructPaths(ids: ReadonlyMap<string, string>): OwnedPaths {
  const own: OwnedPaths = { paths: new Map(), nested: new Map() };
  const owners = new Map<string, OwnedPaths>([['/', own]]);
  for (const path of ids.keys()) {
    const match = nestedResource.exec(path);
    if (match !== null) owners.set(`${match[1]}${match[2]}/`, { paths: new Map(), nested: new Map() });
  }
  for (const [path, id] of ids) {
    const owner = ownerOf(path, owners) ?? own;
    owner.paths.set(id, path.replace(/^\//, '').replace(/(\/(Resource|Default))+$/, ''));
    const match = nestedResource.exec(path);
    const inside = match === null ? undefined : owners.get(`${match[1]}${match[2]}/`);
    if (inside !== undefined) owner.nested.set(id, inside);
  }
  return own;
}

/** The longest folder of the path that a nested stack owns. */
function ownerOf(path: string, owners: ReadonlyMap<string, OwnedPaths>): OwnedPaths | undefined {
  for (let slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
    const owner = owners.get(path.slice(0, slash + 1));
    if (owner !== undefined || slash === 0) return owner;
  }
  return undefined;
}
