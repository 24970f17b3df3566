import type { Source } from '../../model';
import { isJsonList, isObject, type Json, type JsonObject } from '../json';

/** One resource as an engine, a state or a program that is run tells it. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  /** The last part of the URN. */
  readonly name: string;
  /** Custom resources exist at a provider; the others are components, which only hold them. */
  readonly custom: boolean;
  /** A component whose inside another program makes. */
  readonly remote: boolean;
  /** It is looked up, not made: the stack does not declare it. */
  readonly existing: boolean;
  /** Whether options keep it from being deleted; absent where whoever tells does not know. */
  readonly kept?: boolean;
  readonly parent?: string;
  readonly id?: string;
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
  readonly provider?: string;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  /** URNs behind the values inside inputs, by place: `endpoints[0].address`; only programs that are run tell them. */
  readonly valueSources?: Readonly<Record<string, readonly string[]>>;
  readonly source: Source;
}

/** Reads a resource of a state or of a step; undefined where it is none. */
export function toRegistration(resource: Json | undefined, source: Source): Registration | undefined {
  if (!isObject(resource) || typeof resource.urn !== 'string' || typeof resource.type !== 'string') return undefined;
  const {
    urn,
    type,
    custom,
    protect,
    retainOnDelete,
    parent,
    id,
    inputs,
    outputs,
    provider,
    dependencies,
    propertyDependencies,
  } = resource;
  return {
    urn,
    type,
    name: urn.slice(urn.lastIndexOf('::') + 2),
    custom: custom === true,
    remote: resource.remote === true,
    existing: resource.existing === true || resource.external === true,
    ...(protect === true || retainOnDelete === true ? { kept: true } : protect === null ? {} : { kept: false }),
    ...(typeof parent === 'string' && parent !== '' ? { parent } : {}),
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    inputs: isObject(inputs) ? inputs : {},
    outputs: isObject(outputs) ? outputs : {},
    ...(typeof provider === 'string' && provider !== '' ? { provider } : {}),
    ...(isJsonList(dependencies) ? { dependencies: textsIn(dependencies) } : {}),
    ...(isObject(propertyDependencies) ? { propertyDependencies: urnsByPlace(propertyDependencies) } : {}),
    ...(isObject(resource.valueSources) ? { valueSources: urnsByPlace(resource.valueSources) } : {}),
    source,
  };
}

function urnsByPlace(places: JsonObject): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(places).map(([place, urns]) => [place, isJsonList(urns) ? textsIn(urns) : []]));
}

function textsIn(list: readonly Json[]): readonly string[] {
  return list.filter((entry) => typeof entry === 'string');
}
