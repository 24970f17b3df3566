import { type DeclaredAcknowledgement, isList, isMap, type Resource, Unknown, type Value, type ValueMap } from '../../model';
import { isJsonList, isObject, type JsonObject, objectAt, property } from '../json';
import { isStackResource } from './nested-stacks';
import { recordsOf } from './record-groups';
import type { StackScope } from './scope';
import type { RawResource } from './template';

/** The resources of one stack, evaluated, without those that a false condition removes. */
export function* resourcesOf(scope: StackScope): Generator<Resource> {
  for (const [id, raw] of scope.resources) {
    scope.system.current = scope.sourceOf(raw.path);
    const condition = raw.body.Condition;
    const truth = typeof condition === 'string' ? scope.condition(condition) : true;
    if (truth === false || (isStackResource(raw) && scope.nested(id) !== undefined)) continue;
    const existence = truth instanceof Unknown ? truth : scope.existence;
    yield* recordsOf(resource(id, raw, scope, existence));
  }
}

function resource(id: string, raw: RawResource, scope: StackScope, existence: Unknown | undefined): Resource {
  const metadata = objectAt(raw.body, 'Metadata');
  const init = property(metadata, 'AWS::CloudFormation::Init');
  const bootstrap = init === undefined ? undefined : scope.evaluate(init);
  const path = scope.template.paths?.get(id) ?? constructPath(metadata);
  const acknowledged = [...acknowledgements(metadata), ...saidOf(path, scope.template.acknowledged)];
  const attributes = attributesOf(raw, scope);
  const said = objectAt(metadata, 'nospof');
  const required = property(said, 'requiredCapacity');
  const device = property(said, 'device');
  return {
    key: `${scope.stack.name}/${id}`,
    id,
    type: raw.type,
    properties: propertiesOf(raw, scope),
    ...(attributes && { attributes }),
    ...(bootstrap !== undefined && { bootstrap }),
    ...(existence && { existence }),
    ...(path !== undefined && { path }),
    stack: scope.stack,
    source: { file: scope.template.file, path: raw.path },
    ...(acknowledged.length > 0 && { acknowledged }),
    ...(typeof required === 'number' && { requiredCapacity: required }),
    ...(typeof device === 'string' && { device }),
  };
}

const ATTRIBUTES = ['UpdatePolicy', 'DeletionPolicy', 'UpdateReplacePolicy'] as const;

function attributesOf({ body }: RawResource, scope: StackScope): ValueMap | undefined {
  let found: Record<string, Value> | undefined;
  for (const name of ATTRIBUTES) {
    const node = property(body, name);
    if (node === undefined) continue;
    found ??= {};
    found[name] = scope.evaluate(node) ?? null;
  }
  return found;
}

/** A whole `Properties` may be a function; what it gives is taken where it is a map. */
function propertiesOf(raw: RawResource, scope: StackScope): ValueMap {
  const node = property(raw.body, 'Properties');
  const value = node === undefined ? undefined : scope.evaluate(node);
  if (isMap(value)) return value;
  if (value instanceof Unknown && value.alternatives !== undefined) return eitherMap(value);
  return {};
}

/** Of two possible maps: what both say alike is known, the rest is open. */
function eitherMap(value: Unknown): ValueMap {
  const maps = (value.alternatives ?? []).map((each) => (isMap(each) ? each : {}));
  const names = new Set(maps.flatMap(Object.keys));
  const result: Record<string, Value> = {};
  for (const name of names) {
    const found = maps.map((map) => map[name] ?? null);
    result[name] = found.every((each) => each === found[0])
      ? (found[0] ?? null)
      : new Unknown(`${value.symbol}.${name}`, value.because, value.tell, found.some(isList), found);
  }
  return result;
}

/** The construct behind a resource: its path without the trailing name of the low-level part. */
function constructPath(metadata: JsonObject): string | undefined {
  const path = property(metadata, 'aws:cdk:path');
  return typeof path === 'string' ? path.replace(/(\/(Resource|Default))+$/, '') : undefined;
}

function acknowledgements(metadata: JsonObject): DeclaredAcknowledgement[] {
  const entries = property(objectAt(metadata, 'nospof'), 'acknowledge');
  if (!isJsonList(entries)) return [];
  return entries.filter(isObject).flatMap(({ rule, reason, until, owner }) => {
    if (typeof rule !== 'string' || typeof reason !== 'string') return [];
    return [{ rule, reason, ...(typeof until === 'string' && { until }), ...(typeof owner === 'string' && { owner }) }];
  });
}

/** What is accepted of a construct is accepted of everything in it. */
function saidOf(
  path: string | undefined,
  acknowledged: readonly DeclaredAcknowledgement[] = [],
): readonly DeclaredAcknowledgement[] {
  if (path === undefined) return [];
  return acknowledged.filter(({ of = '' }) => of === '' || path === of || path.startsWith(`${of}/`));
}
