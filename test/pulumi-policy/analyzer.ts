import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { credentials } from '@grpc/grpc-js';
import { AnalyzerClient } from '@pulumi/pulumi/proto/analyzer_grpc_pb';
import {
  type AnalyzeDiagnostic,
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  type EnforcementLevel,
  PolicyConfig,
} from '@pulumi/pulumi/proto/analyzer_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Struct } from 'google-protobuf/google/protobuf/struct_pb';

/** One resource as the engine of Pulumi sends it. */
export interface Sent {
  readonly urn: string;
  readonly type: string;
  readonly parent?: string;
  readonly properties: object;
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
}

/** One violation as the engine gets it. */
export type Told = ReturnType<AnalyzeDiagnostic['toObject']>;

/** A policy pack in a process of its own, spoken with as the engine does. */
export class Analyzer {
  private constructor(
    private readonly process: ChildProcess,
    private readonly client: AnalyzerClient,
    private readonly folder: string,
  ) {}

  /** Starts a pack whose program is `source`; it can import `pack`, the folder of the policies. */
  static async start(source: string): Promise<Analyzer> {
    const folder = mkdtempSync(join(tmpdir(), 'nospof-'));
    writeFileSync(join(folder, 'package.json'), '{ "name": "policies", "version": "1.2.3" }');
    const pack = JSON.stringify(join(__dirname, '../../lib/pulumi-policy'));
    writeFileSync(join(folder, 'index.js'), `const { noSpofPolicyPack } = require(${pack});\n${source}`);
    const register = require.resolve('ts-node/register/transpile-only');
    const { NODE_OPTIONS: _options, ...env } = process.env;
    const project = join(__dirname, '../../tsconfig.json');
    const child = spawn(process.execPath, ['-r', register, 'index.js'], {
      cwd: folder,
      env: { ...env, TS_NODE_PROJECT: project },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const port = await portOf(child);
    const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
    return new Analyzer(child, client, folder);
  }

  async info(): Promise<AnalyzerInfo> {
    return answer((done) => this.client.getAnalyzerInfo(new Empty(), done));
  }

  async configure(levels: Readonly<Record<string, EnforcementLevel>>): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    for (const [policy, level] of Object.entries(levels)) {
      const config = new PolicyConfig();
      config.setEnforcementlevel(level);
      config.setProperties(Struct.fromJavaScript({}));
      request.getPolicyconfigMap().set(policy, config);
    }
    await answer((done) => this.client.configure(request, done));
  }

  async analyzeStack(resources: readonly Sent[]): Promise<readonly Told[]> {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(resources.map(toMessage));
    const response = await answer<AnalyzeResponse>((done) => this.client.analyzeStack(request, done));
    return response.getDiagnosticsList().map((diagnostic) => diagnostic.toObject());
  }

  stop(): void {
    this.client.close();
    this.process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function toMessage({ urn, type, parent = '', properties, dependencies = {} }: Sent): AnalyzerResource {
  const message = new AnalyzerResource();
  message.setUrn(urn);
  message.setType(type);
  message.setName(urn.slice(urn.lastIndexOf('::') + 2));
  message.setParent(parent);
  message.setOptions(new AnalyzerResourceOptions());
  message.setProperties(Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]));
  message.setDependenciesList([...new Set(Object.values(dependencies).flat())]);
  for (const [name, urns] of Object.entries(dependencies)) {
    const list = new AnalyzerPropertyDependencies();
    list.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(name, list);
  }
  return message;
}

/** The server says its port on standard output. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    child.stderr?.on('data', (text) => {
      complaint += String(text);
    });
    child.stdout?.on('data', (text) => {
      said += String(text);
      const port = /^\d+$/m.exec(said)?.[0];
      if (port !== undefined) resolve(Number(port));
    });
    child.on('exit', () => reject(new Error(`the pack ended: ${complaint}`)));
  });
}

function answer<Message>(call: (done: (error: Error | null, message: Message) => void) => unknown): Promise<Message> {
  return new Promise((resolve, reject) => {
    call((error, message) => (error === null || error === undefined ? resolve(message) : reject(error)));
  });
}
