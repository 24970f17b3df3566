import { isObject, type Json, type JsonObject, objectAt } from '../../json';
import type { RawResource } from '../template';
import { expandHttpApi, expandRestApi, implicitHttp, implicitRest, routesOf } from './api';
import { embeddedConnectors, expandConnector } from './connectors';
import { bucketEvents, unknownEvents } from './events';
import { attribute, type Expansion, idOf, type Route } from './expansion';
import { expandFunction } from './function';
import { withGlobals } from './globals';
import { simpleResources } from './simple-resources';

const prefix = 'AWS::Serverless::';
const connector = `${prefix}Connector`;

/** Resources of a serverless template after the transform, and the names that it makes available. */
export interface Serverless {
  readonly resources: ReadonlyMap<string, RawResource>;
  /** `Shop.Version` to the logical id behind it. */
  readonly names: ReadonlyMap<string, string>;
  /** Ids of serverless resources that nospof cannot write out; they stay as they are. */
  readonly left: readonly string[];
  /** Event sources of a kind that nospof does not know, as `function.event`. */
  readonly unknownEvents: readonly { readonly id: string; readonly event: string; readonly type: string }[];
}

/**
 * Does what the transform AWS::Serverless-2016-10-31 does, as far as failure domains are concerned: permissions, code
 * deployments and models are left out.
 *
 * @see https://github.com/aws/serverless-application-model/blob/develop/docs/internals/generated_resources.rst
 */
export function expandServerless(resources: ReadonlyMap<string, RawResource>, globals: JsonObject): Serverless {
  const merged = new Map<string, JsonObject>();
  for (const [id, { type, body }] of resources) {
    if (type.startsWith(prefix)) merged.set(id, withGlobals(globals, type, objectAt(body, 'Properties')));
  }
  const routes = [...merged].flatMap(([id, properties]) => routesOf(id, objectAt(properties, 'Events')));
  const result = new Map<string, RawResource>();
  const names = new Map<string, string>();
  const left: string[] = [];
  const add = (expansion: Expansion): void => {
    for (const [id, resource] of expansion.resources) result.set(id, resource);
    for (const [name, id] of expansion.names ?? []) names.set(name, id);
  };
  for (const [id, raw] of resources) {
    const properties = merged.get(id);
    const expansion = properties && expand(id, raw, properties, routes);
    if (expansion !== undefined) add(expansion);
    else if (raw.type !== connector) {
      result.set(id, raw);
      if (properties !== undefined) left.push(id);
    }
  }
  for (const expansion of implicitApis(routes, resources)) add(expansion);
  for (const [id, properties] of merged) notifyFrom(result, objectAt(properties, 'Events'), attribute(id, 'Arn'));
  const around = { before: resources, after: result };
  const policies = [...resources].flatMap(([id, raw]) => [
    ...(raw.type === connector ? expandConnector(id, raw, merged.get(id) ?? {}, around) : []),
    ...embeddedConnectors(id, raw).flatMap(([name, properties]) => expandConnector(name, raw, properties, around)),
  ]);
  for (const [id, policy] of policies) result.set(id, policy);
  const strangers = [...merged].flatMap(([id, properties]) =>
    unknownEvents(objectAt(properties, 'Events')).map((event) => ({ id, ...event })),
  );
  return { resources: result, names, left, unknownEvents: strangers };
}

function expand(id: string, raw: RawResource, properties: JsonObject, routes: readonly Route[]): Expansion | undefined {
  const own = routes.filter(({ api }) => api === id);
  if (raw.type === `${prefix}Function`) return expandFunction(id, raw, properties);
  if (raw.type === `${prefix}Api`) return expandRestApi(id, raw, properties, own);
  if (raw.type === `${prefix}HttpApi`) return expandHttpApi(id, raw, properties, own);
  return simpleResources.get(raw.type)?.(id, raw, properties);
}

/** The API that functions share when their events name none; it stands where the first such function stands. */
function implicitApis(routes: readonly Route[], resources: ReadonlyMap<string, RawResource>): readonly Expansion[] {
  return [implicitRest, implicitHttp].flatMap((id) => {
    const own = routes.filter(({ api }) => api === id);
    const first = resources.get(own[0]?.target ?? '');
    if (first === undefined || resources.has(id)) return [];
    const raw: RawResource = { type: '', body: {}, path: first.path };
    return [id === implicitRest ? expandRestApi(id, raw, { StageName: 'Prod' }, own) : expandHttpApi(id, raw, {}, own)];
  });
}

/** Bucket events are written into the bucket. */
function notifyFrom(resources: Map<string, RawResource>, events: JsonObject, target: Json): void {
  for (const { bucket, notifications } of bucketEvents(events, target)) {
    const id = idOf(bucket) ?? '';
    const raw = resources.get(id);
    if (raw === undefined || !isObject(raw.body)) continue;
    const properties = objectAt(raw.body, 'Properties');
    const configuration = objectAt(properties, 'NotificationConfiguration');
    const known = Array.isArray(configuration.LambdaConfigurations)
      ? (configuration.LambdaConfigurations as readonly Json[])
      : [];
    const changed = { ...configuration, LambdaConfigurations: [...known, ...notifications] };
    resources.set(id, { ...raw, body: { ...raw.body, Properties: { ...properties, NotificationConfiguration: changed } } });
  }
}
