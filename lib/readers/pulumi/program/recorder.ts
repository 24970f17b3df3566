import { resourceSymbol } from '../symbols';
import { answerTo } from './answers';
import type { Declarations } from './declared-types';
import { placeIn } from './place';
import type { ProgramPlace, ProgramRequest, RecordedResource } from './record';
import { outputsIn, type PlacedOutput, sourcesOf } from './value-sources';

/** The little of Pulumi's SDK that recording needs; every version since 3.0 has it. */
export interface PulumiSdk {
  readonly runtime: {
    setMocks(mocks: object, project: string, stack: string, preview: boolean): Promise<void> | void;
    setAllConfig(config: Readonly<Record<string, string>>, secrets?: readonly string[]): void;
    runInPulumiStack(init: () => Promise<unknown>): Promise<unknown>;
    disconnect(): Promise<void> | void;
  };
}

/** Modules inside the SDK whose functions are listened to. */
export interface SdkInternals {
  readonly resource: Record<'registerResource' | 'readResource', (...args: unknown[]) => unknown>;
  readonly settings: { getMonitor(): Monitor | undefined };
}

interface Monitor {
  registerResource(request: RegisterRequest, callback: unknown): unknown;
  readResource(request: ReadRequest, callback: unknown): unknown;
  registerResourceOutputs(request: OutputsRequest, callback: unknown): unknown;
}

interface Struct {
  toJavaScript(): Record<string, unknown>;
}

interface RegisterRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
  getCustom(): boolean;
  getRemote?(): boolean;
  getProvider(): string;
  getProtect(): boolean | undefined;
  getRetainondelete?(): boolean | undefined;
  getDependenciesList(): string[];
  getObject(): Struct | undefined;
  getPropertydependenciesMap(): { forEach(visit: (value: { getUrnsList(): string[] }, key: string) => void): void };
}

interface ReadRequest {
  getType(): string;
  getName(): string;
  getParent(): string;
}

interface OutputsRequest {
  getUrn(): string;
  getOutputs(): Struct | undefined;
}

/** Number that a registration carries through the SDK among its inputs. */
const mark = '__nospof';

/** Records everything that a program registers and asks. */
export class Recorder {
  readonly resources: (RecordedResource | undefined)[] = [];
  readonly calls: string[] = [];
  outputs: unknown = {};
  /** Outputs that are not among the inputs, by the number of the registration. */
  private readonly open: (readonly string[])[] = [];
  private readonly places: (ProgramPlace | undefined)[] = [];
  private readonly placed: (readonly PlacedOutput[])[] = [];
  private readonly existing = new Map<string, number>();

  constructor(
    private readonly request: ProgramRequest,
    private readonly declarations: Declarations,
    /** Folder of this code, whose frames are not the user's. */
    private readonly ours: string,
  ) {}

  /** What the SDK asks instead of an engine. */
  readonly mocks = {
    newResource: ({ type, name, inputs, id }: { type: string; name: string; inputs: Record<string, unknown>; id?: string }) => {
      const { [mark]: number, ...state } = inputs;
      const at = typeof number === 'number' ? number : this.existing.get(`${type} ${name}`);
      if (at === undefined) return { id: id ?? `${name}`, state };
      return { id: resourceSymbol(at, 'id'), state: { ...state, ...this.outputsOf(at, type, name, state) } };
    },
    call: ({ token, inputs }: { token: string; inputs: Record<string, unknown> }) => {
      const number = this.calls.push(token) - 1;
      return answerTo(token, number, inputs, this.declarations.resultOf(token), this.regionFor(token));
    },
  };

  /** Listens to the functions that constructors call, and to what reaches the engine. */
  listen({ resource, settings }: SdkInternals): void {
    const { registerResource, readResource } = resource;
    // (resource, parent, type, name, custom, remote, newDependency, properties, …) and (resource, parent, type, name, properties, …)
    resource.registerResource = (...args) => {
      const number = this.begin(args[7]);
      args[7] = { ...(args[7] as object), [mark]: number };
      return registerResource(...args);
    };
    resource.readResource = (...args) => {
      this.existing.set(`${String(args[2])} ${String(args[3])}`, this.begin(args[4]));
      return readResource(...args);
    };
    const monitor = settings.getMonitor();
    if (monitor === undefined) return;
    const inner = {
      registerResource: monitor.registerResource.bind(monitor),
      readResource: monitor.readResource.bind(monitor),
      registerResourceOutputs: monitor.registerResourceOutputs.bind(monitor),
    };
    monitor.registerResource = (request, callback) => {
      this.register(request);
      return inner.registerResource(request, callback);
    };
    monitor.readResource = (request, callback) => {
      this.read(request);
      return inner.readResource(request, callback);
    };
    monitor.registerResourceOutputs = (request, callback) => {
      if (request.getUrn().includes('::pulumi:pulumi:Stack::')) this.outputs = request.getOutputs()?.toJavaScript() ?? {};
      return inner.registerResourceOutputs(request, callback);
    };
  }

  /** Says where values inside inputs come from, once everything is registered. */
  async tellSources(): Promise<void> {
    for (const [number, resource] of this.resources.entries()) {
      const placed = this.placed[number] ?? [];
      if (resource === undefined || placed.length === 0) continue;
      this.resources[number] = { ...resource, valueSources: await sourcesOf(placed) };
    }
  }

  private begin(properties: unknown): number {
    const number = this.resources.push(undefined) - 1;
    const named = typeof properties === 'object' && properties !== null ? Object.entries(properties) : [];
    this.open[number] = named.filter(([, value]) => value === undefined).map(([name]) => name);
    this.placed[number] = outputsIn(properties);
    this.places[number] = placeIn(stackTrace(), this.ours);
    return number;
  }

  /** Outputs that the provider would fill in: texts are symbols, everything else stays unknown. */
  private outputsOf(number: number, type: string, name: string, state: Record<string, unknown>): Record<string, unknown> {
    const declared = this.declarations.outputsOf(type);
    const filled: Record<string, unknown> = {};
    for (const output of this.open[number] ?? []) {
      if (declared.get(output) === 'string') filled[output] = resourceSymbol(number, output);
    }
    // A name that is left to the provider is made of that of the registration; other objects refer to this one by it.
    const { metadata } = state;
    if (type.startsWith('kubernetes:') && typeof metadata === 'object' && metadata !== null && !('name' in metadata)) {
      filled.metadata = { ...metadata, name };
    }
    return filled;
  }

  private register(request: RegisterRequest): void {
    const { [mark]: number, ...inputs } = request.getObject()?.toJavaScript() ?? {};
    if (typeof number !== 'number') return;
    const propertyDependencies: Record<string, readonly string[]> = {};
    request.getPropertydependenciesMap().forEach((value, key) => {
      if (key !== mark) propertyDependencies[key] = value.getUrnsList();
    });
    const place = this.places[number];
    this.resources[number] = {
      urn: this.urnOf(request),
      type: request.getType(),
      custom: request.getCustom(),
      remote: request.getRemote?.() === true,
      existing: false,
      protect: request.getProtect() === true,
      retainOnDelete: request.getRetainondelete?.() === true,
      parent: request.getParent(),
      provider: request.getProvider(),
      inputs,
      dependencies: request.getDependenciesList(),
      propertyDependencies,
      ...(place === undefined ? {} : { place }),
    };
  }

  private read(request: ReadRequest): void {
    const number = this.existing.get(`${request.getType()} ${request.getName()}`);
    if (number === undefined) return;
    const place = this.places[number];
    this.resources[number] = {
      urn: this.urnOf(request),
      type: request.getType(),
      custom: true,
      remote: false,
      existing: true,
      parent: request.getParent(),
      provider: '',
      inputs: {},
      dependencies: [],
      propertyDependencies: {},
      ...(place === undefined ? {} : { place }),
    };
  }

  /** As the SDK's own mocks make it: the types of the parents lead to that of the resource. */
  private urnOf(request: ReadRequest): string {
    const { stack, project } = this.request;
    const outer = request.getParent().split('::')[2]?.split('$').pop();
    const type = outer === undefined || outer === '' ? request.getType() : `${outer}$${request.getType()}`;
    return `urn:pulumi:${stack}::${project}::${type}::${request.getName()}`;
  }

  private regionFor(token: string): string {
    return this.request.config[`${token.slice(0, token.indexOf(':'))}:region`] ?? '';
  }
}

function stackTrace(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 100;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack;
}
