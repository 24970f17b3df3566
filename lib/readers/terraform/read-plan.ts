import { Fault } from '../fault';
import type { GivenDocument, ReadContext, ReadPart } from '../given-document';
import { joiningTexts } from '../join-inputs';
import { isJsonList, isObject, type JsonObject, objectAt } from '../json';
import type { Manifest } from '../kubernetes/manifest';
import { declaredManifest } from '../kubernetes/read-manifests';
import { identityTexts } from '../translation/identity';
import { providerOf, stackSet } from '../translation/stacks';
import type { ForeignResource } from '../translation/to-resources';
import { clusterObject } from './cluster-objects';
import { References } from './references';
import { regionOf, usualRegions } from './regions';
import { stateAttributes } from './state';
import { type Instance, type ModuleInstance, Tree } from './tree';
import { attributesOf } from './values';

/** Data sources whose values stand for a resource that exists elsewhere. */
const existing: ReadonlySet<string> = new Set(['aws_subnet']);

/**
 * Reads `terraform show -json` of a plan: the planned resources, what is known after apply as references to what its
 * expression names.
 *
 * @throws {Fault} a format version that is not understood, or no planned values
 */
export function readPlan({ file, documents }: GivenDocument, context: ReadContext): ReadPart {
  const [document] = documents;
  if (!isObject(document))
    throw new Fault('not-a-plan', 'the plan is no object', 'give the output of "terraform show -json PLAN"');
  checkVersion(document);
  const planned = objectAt(objectAt(document, 'planned_values'), 'root_module');
  const configuration = objectAt(objectAt(document, 'configuration'), 'root_module');
  if (!isObject(objectAt(document, 'planned_values').root_module) && !isJsonList(document.resource_changes)) {
    const message = 'the plan has neither planned values nor resource changes';
    throw new Fault('empty-plan', message, 'give the output of "terraform show -json PLAN"', undefined, ['planned_values']);
  }
  const tree = new Tree(changesOf(document), { address: '', configuration });
  tree.add(planned, tree.root, ['planned_values', 'root_module']);
  addDataSources(tree, document);
  if (document.errored === true) {
    const message = `the plan "${file}" ended with errors; what it does not hold is not judged`;
    context.problems.warn('plan-with-errors', message, 'correct the configuration and plan again', { file, path: ['errored'] });
  }
  return partOf(tree, document, file, context);
}

/** Reads a state: `terraform show -json` of one, or the state file itself. */
export function readState({ file, documents }: GivenDocument, context: ReadContext): ReadPart {
  const [document] = documents;
  if (!isObject(document)) throw new Fault('not-a-state', 'the state is no object', 'give the output of "terraform show -json"');
  const tree = new Tree(new Map(), { address: '', configuration: undefined });
  if (isJsonList(document.resources)) addStateResources(tree, document.resources);
  else tree.add(objectAt(objectAt(document, 'values'), 'root_module'), tree.root, ['values', 'root_module']);
  return partOf(tree, document, file, context);
}

function partOf(tree: Tree, document: JsonObject, file: string, context: ReadContext): ReadPart {
  const name = context.name(file);
  const stacks = stackSet(name, file);
  const usual = usualRegions(tree.instances, document, context.options.region);
  const region = (instance: Instance) =>
    regionOf(instance, document, context.options.region) ?? usual.get(providerOf(instance.type));
  const declared = tree.instances.filter(
    ({ mode, type, values }) => mode === 'managed' || (existing.has(type) && 'id' in values),
  );
  const known = new Map(
    declared.map((instance) => {
      const stack = stacks.of(providerOf(instance.type), region(instance));
      return [instance, { stack, key: `${stack.name}/${instance.address}` }] as const;
    }),
  );
  const references = new References(tree);
  const scope = {
    references,
    keyOf: (instance: Instance) => known.get(instance)?.key,
    regionOf: (instance: Instance) => known.get(instance)?.stack.region ?? region(instance) ?? `region of ${name}`,
  };
  const isState = tree.root.configuration === undefined;
  const inState = isState ? stateAttributes(tree, scope.keyOf) : undefined;
  const manifests: Manifest[] = [];
  const resources = declared.flatMap((instance): ForeignResource[] => {
    const { stack, key } = known.get(instance) as { stack: ForeignResource['stack']; key: string };
    const attributes = inState?.(instance) ?? attributesOf(instance, scope);
    const source = { file, path: instance.path };
    const object = stack.provider === 'kubernetes' ? clusterObject(instance.type, attributes) : undefined;
    const manifest = declaredManifest(object, instance.name, stack);
    if (manifest !== undefined) {
      manifests.push({ ...manifest, id: instance.address, key, source });
      return [];
    }
    const named = joiningTexts(identityTexts(instance.values));
    return [{ key, id: instance.address, type: instance.type, attributes, stack, source, named }];
  });
  return { resources, manifests, stacks: stacks.all() };
}

/** Formats 0.1 (Terraform 0.12) to 1.x; a later minor version only adds. */
function checkVersion({ format_version: version }: JsonObject): void {
  const text = String(version);
  if (/^[01](\.|$)/.test(text)) return;
  const message = `the plan has format_version "${text}"; expected 0.1 to 1.x`;
  throw new Fault('plan-version', message, 'give the output of "terraform show -json PLAN"', undefined, ['format_version']);
}

function changesOf({ resource_changes: changes }: JsonObject): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const change of isJsonList(changes) ? changes : []) {
    if (isObject(change) && typeof change.address === 'string') found.set(change.address, change);
  }
  return found;
}

/** Data sources that were read stand in the prior state, those that wait for the apply among the changes. */
function addDataSources(tree: Tree, document: JsonObject): void {
  const prior = new Tree(new Map(), { address: '', configuration: undefined });
  const path = ['prior_state', 'values', 'root_module'];
  prior.add(objectAt(objectAt(objectAt(document, 'prior_state'), 'values'), 'root_module'), prior.root, path);
  for (const instance of prior.instances) {
    if (instance.mode === 'data')
      tree.addInstance({ ...instance, module: moduleIn(tree, instance.module), ...configured(tree, instance) });
  }
  const { resource_changes: changes } = document;
  for (const [at, change] of (isJsonList(changes) ? changes : []).entries()) {
    if (!isObject(change) || change.mode !== 'data') continue;
    const { address, type, name, index, module_address: module } = change;
    if (typeof address !== 'string' || typeof type !== 'string' || typeof name !== 'string') continue;
    const owner = typeof module === 'string' ? findModule(tree, module) : tree.root;
    tree.addInstance({
      address,
      mode: 'data',
      type,
      name,
      ...(typeof index === 'string' || typeof index === 'number' ? { index } : {}),
      module: owner,
      values: objectAt(objectAt(change, 'change'), 'after'),
      path: ['resource_changes', at],
      unknown: objectAt(change, 'change').after_unknown ?? false,
      ...configured(tree, { mode: 'data', type, name, module: owner }),
    });
  }
}

function configured(
  tree: Tree,
  { mode, type, name, module }: Pick<Instance, 'mode' | 'type' | 'name' | 'module'>,
): { configuration?: JsonObject } {
  const own = moduleIn(tree, module);
  const configuration = tree.configurationOf(own, `${mode === 'data' ? 'data.' : ''}${type}.${name}`);
  return configuration === undefined ? {} : { configuration };
}

/** The module instance of the plan that has the address of one of another tree. */
function moduleIn(tree: Tree, module: ModuleInstance): ModuleInstance {
  return module.parent === undefined ? tree.root : tree.childOf(moduleIn(tree, module.parent), module.address);
}

function findModule(tree: Tree, address: string): ModuleInstance {
  const pieces = address.split(/\.(?=module\.)/);
  let module = tree.root;
  let at = '';
  for (const piece of pieces) {
    at = at === '' ? piece : `${at}.${piece}`;
    module = tree.childOf(module, at);
  }
  return module;
}

/** The state file: resources with their instances, modules by their address. */
function addStateResources(tree: Tree, resources: readonly unknown[]): void {
  for (const [at, resource] of resources.entries()) {
    if (!isObject(resource as never)) continue;
    const { mode, type, name, module, instances } = resource as JsonObject;
    if (typeof type !== 'string' || typeof name !== 'string' || !isJsonList(instances)) continue;
    const owner = typeof module === 'string' ? findModule(tree, module) : tree.root;
    for (const [number, instance] of instances.entries()) {
      if (!isObject(instance)) continue;
      const { index_key: index, dependencies } = instance;
      const key = typeof index === 'string' || typeof index === 'number' ? index : undefined;
      const suffix = key === undefined ? '' : typeof key === 'number' ? `[${key}]` : `["${key}"]`;
      const prefix = owner.address === '' ? '' : `${owner.address}.`;
      tree.addInstance({
        address: `${prefix}${mode === 'data' ? 'data.' : ''}${type}.${name}${suffix}`,
        mode: mode === 'data' ? 'data' : 'managed',
        type,
        name,
        ...(key === undefined ? {} : { index: key }),
        module: owner,
        values: objectAt(instance, 'attributes'),
        path: ['resources', at, 'instances', number],
        unknown: false,
        dependsOn: isJsonList(dependencies) ? dependencies.filter((entry) => typeof entry === 'string') : [],
      });
    }
  }
}
