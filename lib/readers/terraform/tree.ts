import { append } from '../../multimap';
import { isJsonList, isObject, type Json, type JsonObject, objectAt } from '../json';
import { stepsOf } from './address';

/** One instance of a module: its configuration, and the call that made it. */
export interface ModuleInstance {
  /** `module.net["a"]`; empty for the root. */
  readonly address: string;
  readonly configuration: JsonObject | undefined;
  readonly call?: JsonObject;
  readonly parent?: ModuleInstance;
  readonly index?: string | number;
}

/** One instance of a resource or data source, as it will be. */
export interface Instance {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly module: ModuleInstance;
  readonly values: JsonObject;
  /** Where the values stand in the file. */
  readonly path: readonly (string | number)[];
  /** True in the shape of the values where something is known after apply only. */
  readonly unknown: Json;
  readonly configuration?: JsonObject;
  /** Addresses that a state says it depends on. */
  readonly dependsOn?: readonly string[];
}

/** Everything that a plan or state holds, found by address. */
export class Tree {
  readonly instances: Instance[] = [];
  private readonly byAddress = new Map<string, Instance>();
  private readonly byResource = new Map<string, Instance[]>();
  private readonly modules = new Map<string, ModuleInstance[]>();
  private readonly configured = new WeakMap<JsonObject, Map<string, JsonObject>>();

  constructor(
    private readonly changes: ReadonlyMap<string, JsonObject>,
    readonly root: ModuleInstance,
  ) {}

  get(address: string): Instance | undefined {
    return this.byAddress.get(address);
  }

  /** Instances of a resource of a module instance: `aws_subnet.private`, `data.aws_ami.base`. */
  ofResource(module: ModuleInstance, resource: string): readonly Instance[] {
    return this.byResource.get(`${module.address}|${resource}`) ?? [];
  }

  /** Instances of a module that another one calls. */
  ofCall(module: ModuleInstance, name: string): readonly ModuleInstance[] {
    return this.modules.get(`${module.address}|${name}`) ?? [];
  }

  /** Adds the resources of a module and of the modules in it. */
  add(node: JsonObject, module: ModuleInstance, path: readonly (string | number)[]): void {
    const { resources, child_modules: children } = node;
    if (isJsonList(resources)) {
      for (const [at, resource] of resources.entries())
        if (isObject(resource)) this.addResource(resource, module, [...path, 'resources', at]);
    }
    if (!isJsonList(children)) return;
    for (const [at, child] of children.entries()) {
      if (isObject(child)) this.add(child, this.childOf(module, child.address), [...path, 'child_modules', at]);
    }
  }

  /** Adds an instance unless its address is there already. */
  addInstance(instance: Instance): void {
    if (this.byAddress.has(instance.address)) return;
    this.byAddress.set(instance.address, instance);
    this.instances.push(instance);
    const key = `${instance.module.address}|${instance.mode === 'data' ? 'data.' : ''}${instance.type}.${instance.name}`;
    append(this.byResource, key, instance);
  }

  /** The instance of a module with an address, made when it is first named. */
  childOf(parent: ModuleInstance, address: Json | undefined): ModuleInstance {
    const text = typeof address === 'string' ? address : '';
    const step = stepsOf(text).at(-1);
    const name = step?.name ?? '';
    const key = `${parent.address}|${name}`;
    const siblings = this.modules.get(key) ?? [];
    const existing = siblings.find((sibling) => sibling.address === text);
    if (existing !== undefined) return existing;
    const call = parent.configuration === undefined ? undefined : objectAt(objectAt(parent.configuration, 'module_calls'), name);
    const child: ModuleInstance = {
      address: text,
      configuration: call === undefined ? undefined : objectAt(call, 'module'),
      parent,
      ...(call === undefined ? {} : { call }),
      ...(step?.index === undefined ? {} : { index: step.index }),
    };
    this.modules.set(key, [...siblings, child]);
    return child;
  }

  private addResource(resource: JsonObject, module: ModuleInstance, path: readonly (string | number)[]): void {
    const { address, type, name, index, values, depends_on: dependsOn } = resource;
    if (typeof type !== 'string' || typeof name !== 'string') return;
    const mode = resource.mode === 'data' ? 'data' : 'managed';
    const own = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    const suffix = typeof index === 'number' ? `[${index}]` : typeof index === 'string' ? `["${index}"]` : '';
    const full = fullAddress(typeof address === 'string' ? address : `${own}${suffix}`, module);
    const change = this.changes.get(full);
    const configuration = this.configurationOf(module, own);
    this.addInstance({
      address: full,
      mode,
      type,
      name,
      ...(typeof index === 'string' || typeof index === 'number' ? { index } : {}),
      module,
      values: isObject(values) ? values : {},
      path,
      unknown: change === undefined ? false : (objectAt(change, 'change').after_unknown ?? false),
      ...(configuration === undefined ? {} : { configuration }),
      ...(isJsonList(dependsOn) ? { dependsOn: dependsOn.filter((entry) => typeof entry === 'string') } : {}),
    });
  }

  /** What the configuration says of a resource or data source of a module. */
  configurationOf({ configuration }: ModuleInstance, own: string): JsonObject | undefined {
    if (configuration === undefined) return undefined;
    let index = this.configured.get(configuration);
    if (index === undefined) {
      index = new Map();
      const { resources } = configuration;
      for (const resource of isJsonList(resources) ? resources : []) {
        if (isObject(resource) && typeof resource.address === 'string') index.set(resource.address, resource);
      }
      this.configured.set(configuration, index);
    }
    return index.get(own);
  }
}

/** Old plans write addresses of resources in modules without the module. */
function fullAddress(address: string, module: ModuleInstance): string {
  return module.address === '' || address.startsWith(`${module.address}.`) ? address : `${module.address}.${address}`;
}
