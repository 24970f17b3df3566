import { isMap, Reference, type Resource, Unknown, type Value, type ValueMap } from '../../model';
import { type Cluster, clusterAmong } from './clusters';
import { emptyDirectoriesOf } from './empty-directories';
import { IngressControllers } from './ingress-controllers';
import { listAt, type Manifest, mapAt, member, textAt } from './manifest';
import { placedOf } from './placement';
import { sameText, selectorOf, selects } from './selectors';
import { ServiceNames } from './service-names';
import { bindingOf } from './volumes';
import { hooksOf } from './webhooks';
import { claimsMadeBy, type PodTemplate, podTemplateOf, Workloads } from './workloads';

/** Everything that the objects of a system say of each other. */
interface Scope {
  readonly manifests: readonly Manifest[];
  readonly services: ServiceNames;
  readonly cluster: Cluster;
  readonly byName: ReadonlyMap<string, Manifest>;
  readonly workloads: Workloads;
  readonly controllers: IngressControllers;
}

/**
 * Turns manifests into resources: labels, names and references between objects become references of the model.
 *
 * @param others - what else is given; the cluster is looked for there
 */
export function manifestResources(given: readonly Manifest[], others: ReadonlyMap<string, Resource>): Map<string, Resource> {
  const manifests = given.flatMap((manifest) => [manifest, ...volumesMadeBy(manifest)]);
  const cluster = clusterAmong(others);
  const byName = new Map(manifests.map((manifest) => [nameOf(manifest.kind, manifest.namespace, manifest.name), manifest]));
  const workloads = new Workloads(manifests);
  const controllers = new IngressControllers(manifests, workloads);
  const scope: Scope = { manifests, services: new ServiceNames(manifests), cluster, byName, workloads, controllers };
  const resources = new Map<string, Resource>();
  for (const manifest of manifests) {
    const { key, id, type, stack, source, path } = manifest;
    const region = cluster.region ?? stack.region;
    resources.set(key, {
      key,
      id,
      type,
      properties: propertiesOf(manifest, scope),
      stack: region === stack.region ? stack : { ...stack, region },
      source,
      ...(path === undefined ? {} : { path }),
    });
  }
  return resources;
}

function propertiesOf(manifest: Manifest, scope: Scope): ValueMap {
  const { object, kind, namespace } = manifest;
  const { manifests } = scope;
  const spec = mapAt(object, 'spec');
  const { metadata: _metadata, status: _status, apiVersion: _version, kind: _kind, ...rest } = object;
  const template = podTemplateOf(manifest);
  if (template !== undefined) return { ...rest, ...workload(manifest, template, scope) };
  switch (kind) {
    case 'Service':
      return { ...rest, ...selected(manifest, scope) };
    case 'Ingress':
      return {
        ...rest,
        backends: backendsOf(spec, namespace, scope),
        ...ifAny('controllers', scope.controllers.of(manifest)),
      };
    case 'Gateway':
      return { ...rest, backends: routesTo(manifest, scope) };
    case 'HorizontalPodAutoscaler':
      return { spec: { ...spec, minReplicas: spec.minReplicas ?? 1 }, ...scaled(spec, namespace, scope) };
    case 'ScaledObject':
      return { spec: { ...spec, minReplicaCount: spec.minReplicaCount ?? 0 }, ...scaled(spec, namespace, scope) };
    case 'PersistentVolumeClaim':
      return { ...rest, ...bindingOf(manifest, manifests) };
    case 'PodDisruptionBudget':
      return { ...rest, pods: coveredBy(manifest, scope) };
    case 'ValidatingWebhookConfiguration':
    case 'MutatingWebhookConfiguration':
    case 'APIService':
      return { ...rest, ...hooksOf(manifest, scope.services) };
    case 'ConfigMap':
    case 'Secret':
      return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, scope.services.named(value, namespace)]));
    default:
      return rest;
  }
}

function workload(manifest: Manifest, { pod, labels }: PodTemplate, scope: Scope): ValueMap {
  const { namespace, object } = manifest;
  const containers = scope.services.named(listAt(pod, 'containers').map(withRequests), namespace);
  const initContainers = scope.services.named(listAt(pod, 'initContainers'), namespace);
  const config = configOf(pod, namespace, scope);
  const made = volumesMadeBy(manifest).map(({ key }) => new Reference(key));
  const claims = [...claimsOf(pod, namespace, scope), ...made];
  const readinessGates = member(pod, 'readinessGates');
  const rollout = rolloutOf(object);
  return {
    pod: { containers, initContainers, ...(readinessGates === undefined ? {} : { readinessGates }) },
    ...(rollout === undefined ? {} : { rollout }),
    placed: placedOf(manifest, pod, labels, scope.cluster),
    ...(scope.cluster.reference === undefined ? {} : { cluster: scope.cluster.reference }),
    ...ifAny('governedBy', governorOf(manifest, labels, scope)),
    ...ifAny('config', config),
    ...ifAny('claims', claims),
  };
}

/** The service that gives the pods of a stateful set their names, by which they find each other. */
function governorOf({ object, namespace }: Manifest, labels: ValueMap, { byName }: Scope): readonly Value[] {
  const name = textAt(object, 'spec', 'serviceName');
  const service = name === undefined ? undefined : byName.get(nameOf('Service', namespace, name));
  if (service === undefined) return [];
  const asked = selectorOf(service);
  const isOwn = asked.length > 0 && asked.every(([label, value]) => sameText(labels[label], value));
  return isOwn ? [new Reference(service.key)] : [];
}

/** What keeps the data of a workload and goes with it, under names of its own. */
function volumesMadeBy(manifest: Manifest): readonly Manifest[] {
  return [...claimsMadeBy(manifest), ...emptyDirectoriesOf(manifest)];
}

function ifAny(name: string, values: readonly Value[]): ValueMap {
  return values.length > 0 ? { [name]: values } : {};
}

/** A container that only says its limits requests as much. */
function withRequests(container: Value): Value {
  const limits = member(container, 'resources', 'limits');
  if (!isMap(container) || !isMap(limits)) return container;
  const requests = { ...limits, ...mapAt(container, 'resources', 'requests') };
  return { ...container, resources: { ...mapAt(container, 'resources'), requests } };
}

/** How a new version comes in; the kinds name it differently. */
function rolloutOf(object: ValueMap): Value | undefined {
  const spec = mapAt(object, 'spec');
  const strategy = spec.strategy ?? spec.updateStrategy;
  if (!isMap(strategy)) return strategy ?? undefined;
  const { type, rollingUpdate } = strategy;
  const most = member(rollingUpdate, 'maxUnavailable');
  return { ...(type === undefined ? {} : { type }), ...(most === undefined ? {} : { mostUnavailable: most }) };
}

/** The workloads that a disruption budget is for. */
function coveredBy({ object, namespace, id }: Manifest, { workloads }: Scope): readonly Value[] {
  const selector = member(object, 'spec', 'selector');
  return workloads.near(selector, namespace).flatMap(({ labels, manifest }): Value[] => {
    const covers = selects(selector, labels);
    if (covers === undefined) {
      const because = `which pods "${id}" is for is not known`;
      return [new Unknown(`pods of ${namespace}/${id}`, because, 'write the labels of its selector out')];
    }
    return covers ? [new Reference(manifest.key)] : [];
  });
}

/** Config maps and secrets whose text the pods are handed. */
function configOf(pod: ValueMap, namespace: string, scope: Scope): readonly Value[] {
  const named: (Reference | undefined)[] = [];
  const add = (kind: string, name: string | undefined) => {
    if (name !== undefined) named.push(find(kind, namespace, name, scope));
  };
  for (const container of [...listAt(pod, 'containers'), ...listAt(pod, 'initContainers')]) {
    for (const from of listAt(container, 'envFrom')) {
      add('ConfigMap', textAt(from, 'configMapRef', 'name'));
      add('Secret', textAt(from, 'secretRef', 'name'));
    }
    for (const variable of listAt(container, 'env')) {
      add('ConfigMap', textAt(variable, 'valueFrom', 'configMapKeyRef', 'name'));
      add('Secret', textAt(variable, 'valueFrom', 'secretKeyRef', 'name'));
    }
  }
  for (const volume of listAt(pod, 'volumes')) add('ConfigMap', textAt(volume, 'configMap', 'name'));
  return named.filter((reference, at): reference is Reference => reference !== undefined && named.indexOf(reference) === at);
}

function claimsOf(pod: ValueMap, namespace: string, scope: Scope): readonly Value[] {
  return listAt(pod, 'volumes').flatMap((volume) => {
    const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
    const claim = name === undefined ? undefined : find('PersistentVolumeClaim', namespace, name, scope);
    return claim === undefined ? [] : [claim];
  });
}

/** The pods of a service are those with its labels: that is what the selector means, not a likeness of names. */
function selected(service: Manifest, scope: Scope): ValueMap {
  const { object, namespace, id } = service;
  if (textAt(object, 'spec', 'type') === 'ExternalName') return {};
  const selector = selectorOf(service);
  if (selector.length === 0) {
    const because = `"${id}" selects no pods: its endpoints are written elsewhere`;
    return {
      outside: new Unknown(`endpoints of ${namespace}/${id}`, because, 'give its endpoints a selector, or accept the finding'),
    };
  }
  const pods = scope.workloads.with(selector, namespace).map(({ manifest }) => new Reference(manifest.key));
  if (pods.length > 0) return { pods };
  const elsewhere = scope.workloads.anywhereWith(selector);
  if (elsewhere !== undefined) {
    const because = `no workload in namespace "${namespace}" has the labels that "${id}" selects; "${elsewhere.manifest.id}" has them in another namespace`;
    return { outside: new Unknown(`pods of ${namespace}/${id}`, because, 'put the service and its pods into one namespace') };
  }
  const because = `no workload in the input has the labels that "${id}" selects`;
  return { outside: new Unknown(`pods of ${namespace}/${id}`, because, 'give the manifests of its pods too') };
}

/** Services that an ingress names, in the present and the former spelling. */
function backendsOf(spec: ValueMap, namespace: string, scope: Scope): readonly Value[] {
  const named = [
    member(spec, 'defaultBackend'),
    member(spec, 'backend'),
    ...listAt(spec, 'rules').flatMap((rule) => listAt(rule, 'http', 'paths').map((path) => member(path, 'backend'))),
  ];
  return services(
    named.map((backend) => textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName')),
    namespace,
    scope,
  );
}

/** Services behind the routes that name a gateway. */
function routesTo(gateway: Manifest, scope: Scope): readonly Value[] {
  return scope.manifests.flatMap(({ kind, namespace, object }) => {
    if (!kind.endsWith('Route')) return [];
    const attached = listAt(object, 'spec', 'parentRefs').some(
      (parent) => textAt(parent, 'name') === gateway.name && (textAt(parent, 'namespace') ?? namespace) === gateway.namespace,
    );
    if (!attached) return [];
    const names = listAt(object, 'spec', 'rules').flatMap((rule) =>
      listAt(rule, 'backendRefs').map((backend) => textAt(backend, 'name')),
    );
    return services(names, namespace, scope);
  });
}

function services(names: readonly (string | undefined)[], namespace: string, scope: Scope): readonly Value[] {
  const distinct = new Set(names.filter((name) => name !== undefined));
  return [...distinct].map((name) => {
    const because = `service "${name}" is not in the input`;
    return scope.services.get(namespace, name) ?? new Unknown(`service ${namespace}/${name}`, because, 'give its manifest too');
  });
}

function scaled(spec: ValueMap, namespace: string, scope: Scope): ValueMap {
  const name = textAt(spec, 'scaleTargetRef', 'name');
  const target =
    name === undefined ? undefined : find(textAt(spec, 'scaleTargetRef', 'kind') ?? 'Deployment', namespace, name, scope);
  return target === undefined ? {} : { target };
}

function find(kind: string, namespace: string, name: string, { byName }: Scope): Reference | undefined {
  const found = byName.get(nameOf(kind, namespace, name));
  return found === undefined ? undefined : new Reference(found.key);
}

function nameOf(kind: string, namespace: string, name: string): string {
  return `${kind} ${namespace}/${name}`;
}
