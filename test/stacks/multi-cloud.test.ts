import { join } from 'node:path';
import { assessProgram, judgeSystem } from '../../lib/assess';
import type { Assessment } from '../../lib/diagnostics';
import { type ProgramRun, runProject, systemOfRun } from '../../lib/readers/pulumi/program/program-system';
import type { RecordedResource } from '../../lib/readers/pulumi/program/record';

const root = join(__dirname, '../..');
const run = (config: Readonly<Record<string, string>> = {}) =>
  runProject(root, { config, timeoutSeconds: 120, say: (text) => process.stderr.write(text) });

/** One registration, open to be broken. */
type Broken = Omit<RecordedResource, 'inputs' | 'valueSources'> & {
  // biome-ignore lint/suspicious/noExplicitAny: inputs are JSON that a test reaches into
  inputs: any;
  valueSources?: Record<string, readonly string[]>;
};

/** What a mutation may do to all that a program registers. */
class Registered {
  constructor(readonly resources: (Broken | undefined)[]) {}

  of(type: string, name: string): Broken {
    const found = this.resources.find((each) => each?.type.endsWith(`:${type}`) && each.urn.endsWith(`::${name}`));
    if (found === undefined) throw new Error(`the program registers no ${type} "${name}"`);
    return found;
  }

  without(type: string, name: string): void {
    this.resources[this.resources.indexOf(this.of(type, name))] = undefined;
  }

  /** The text that stands for an output of a resource. */
  symbol(type: string, name: string, output: string): string {
    const number = this.resources.indexOf(this.of(type, name));
    return `nospof.r${number}.${Buffer.from(output, 'utf8').toString('hex')}..end`;
  }
}

function judged(program: ProgramRun, mutate: (registered: Registered) => void = () => undefined): Assessment {
  const resources = structuredClone(program.record.resources) as (Broken | undefined)[];
  mutate(new Registered(resources));
  const record = { ...program.record, resources: resources as ProgramRun['record']['resources'] };
  return judgeSystem(systemOfRun({ ...program, record }), { survive: 'provider' });
}

const DOMAINS = [
  'provider aws',
  'provider gcp',
  'DNS of aws',
  'DNS of gcp',
  'image registry of aws',
  'image registry of gcp',
  'identity service of aws',
  'identity service of gcp',
  'identity provider token.actions.githubusercontent.com',
  'region eu-west-1',
  'region europe-west1',
];

describe.each(['active-active', 'active-standby'])('the service at two clouds, %s', (mode) => {
  const program = run({ mode });

  it('survives the loss of either provider, and nothing is left open', () => {
    const { findings, unproven, problems, unknownTypes, summary } = judged(program);
    expect({ findings, unproven, problems, unknownTypes }).toEqual({
      findings: [],
      unproven: [],
      problems: [],
      unknownTypes: {},
    });
    expect(summary).toMatchObject({ lost: 0, unproven: 0 });
  });

  it('is one function, judged under the loss of each DNS, registry, identity service, builder, region and provider', () => {
    const { topology, witnesses } = judged(program);
    const [serve, ...others] = topology.functions.filter(({ kind }) => kind === 'serve');
    expect(others).toEqual([]);
    const survived = witnesses.filter(({ of }) => of === serve?.name).map(({ failureDomain }) => failureDomain);
    expect(survived).toEqual(expect.arrayContaining(DOMAINS));
  });

  it('says what both clouds keep, how consistent it is and how far behind', () => {
    const { state } = program.record.outputs as { state: string[] };
    const word = mode === 'active-active' ? 'merged' : 'a person promotes the copy';
    expect(state).toEqual([
      expect.stringMatching(/^orders: .*at most 60 s behind.*/),
      expect.stringMatching(/^members: .*at most 300 s behind/),
    ]);
    for (const sentence of state) expect(sentence).toContain(word);
  });
});

describe('the promise stands in the program of Pulumi.yaml itself', () => {
  it('as "nospof preview . --survive provider" judges it', () => {
    const options = { config: {}, timeoutSeconds: 120, say: (text: string) => process.stderr.write(text) };
    const { findings, unproven } = assessProgram(root, options, { survive: 'provider' });
    expect({ findings, unproven }).toEqual({ findings: [], unproven: [] });
  });

  it('and refuses a mode that there is none of', () => {
    expect(() => run({ mode: 'active-passive' })).toThrow(/active-active or active-standby/);
  });
});

describe('each thing that makes the second cloud worth having, taken away', () => {
  const program = run();
  const startup = (registered: Registered) => registered.of('RegionInstanceTemplate', 'checkout-google-web').inputs;
  const swap = (registered: Registered, from: RegExp, to: string) => {
    const template = startup(registered);
    expect(template.metadataStartupScript).toMatch(from);
    template.metadataStartupScript = template.metadataStartupScript.replace(from, to);
  };

  it.each<[string, string, string, (registered: Registered) => void]>([
    [
      'the domain is handed to the DNS of AWS only',
      'single-provider',
      'shop-aws-0',
      (registered) => {
        const domain = registered.of('RegisteredDomain', 'shop');
        domain.inputs.nameServers = domain.inputs.nameServers.slice(0, 2);
        domain.valueSources = Object.fromEntries(
          Object.entries(domain.valueSources ?? {}).filter(([place]) => /\[[01]\]/.test(place)),
        );
      },
    ],
    [
      'the DNS of Google knows the addresses at AWS only',
      'single-provider',
      'checkout-aws',
      (registered) => {
        registered.of('RecordSet', 'shop-google').inputs.routingPolicy.wrrs.pop();
      },
    ],
    [
      'the DNS of Google knows its own address only',
      'single-provider',
      'checkout-google-80',
      (registered) => {
        const record = registered.of('RecordSet', 'shop-google');
        record.inputs.routingPolicy.wrrs.shift();
        const address = registered.of('GlobalAddress', 'checkout-google').urn;
        record.valueSources = { 'routingPolicy.wrrs[0].healthCheckedTargets.externalEndpoints[0]': [address] };
      },
    ],
    [
      'the DNS of AWS does not know the address at Google',
      'single-provider',
      'checkout-aws',
      (registered) => registered.without('Record', 'shop-google-0'),
    ],
    [
      'the DNS of Google looks at no health',
      'single-provider',
      'checkout-aws',
      (registered) => {
        const { routingPolicy } = registered.of('RecordSet', 'shop-google').inputs;
        const record = registered.of('RecordSet', 'shop-google');
        record.valueSources = Object.fromEntries(
          Object.entries(record.valueSources ?? {}).map(([place, urns]) => [
            place.replace('healthCheckedTargets.externalEndpoints', 'rrdatas'),
            urns,
          ]),
        );
        for (const item of routingPolicy.wrrs) {
          item.rrdatas = item.healthCheckedTargets.externalEndpoints;
          delete item.healthCheckedTargets;
        }
      },
    ],
    [
      'the DNS of AWS looks at no health',
      'single-provider',
      'checkout-aws',
      (registered) => {
        for (const name of ['shop-aws-0', 'shop-aws-1', 'shop-google-0'])
          delete registered.of('Record', name).inputs.healthCheckId;
      },
    ],
    [
      'the DNS of Google is asked and has no answer',
      'answer-missing-at-a-dns-provider',
      'shop-google',
      (registered) => registered.without('RecordSet', 'shop-google'),
    ],
    [
      'the zone at Google is a private one',
      'single-provider',
      'shop-aws-0',
      (registered) => {
        registered.of('ManagedZone', 'shop-google').inputs.visibility = 'private';
      },
    ],
    [
      'Google starts the image of the registry at AWS',
      'single-region',
      'checkout-aws',
      (registered) =>
        swap(registered, /europe-west1-docker\S*/, `${registered.symbol('Repository', 'checkout-aws', 'repositoryUrl')}:1.0.0`),
    ],
    [
      'Google writes its orders into the database at AWS',
      'single-provider',
      'orders-aws',
      (registered) => swap(registered, /(?<=DATABASE_HOST=)\S+/, registered.symbol('Cluster', 'orders-aws', 'endpoint')),
    ],
    [
      'members sign in at AWS on both sides',
      'single-provider',
      'members-aws',
      (registered) => swap(registered, /(?<=SIGN_IN=)\S+/, `https://${registered.symbol('UserPool', 'members-aws', 'endpoint')}`),
    ],
    [
      'nothing says that orders are copied',
      'data-in-one-region',
      'orders-aws',
      (registered) => registered.without('CopiedState', 'shop-orders'),
    ],
    [
      'the instances at Google may all sleep',
      'single-provider',
      'checkout-aws',
      (registered) => {
        registered.of('RegionAutoscaler', 'checkout-google-web').inputs.autoscalingPolicy.minReplicas = 0;
      },
    ],
  ])('%s', (_what, rule, resource, mutate) => {
    const { findings } = judged(program, mutate);
    expect(findings.map((finding) => `${finding.rule} ${finding.resource.id}`)).toContain(`${rule} ${resource}`);
  });
});
