import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aws, Knowledge, type TypeFacts, valuesAt } from '../../../lib/knowledge';
import type { Value } from '../../../lib/model';
import { Declarations } from '../../../lib/readers/pulumi/program/declared-types';
import { toSnake } from '../../../lib/readers/translation/names';
import { toResources } from '../../../lib/readers/translation/to-resources';
import { tokenOf, typeTables } from '../../../lib/readers/translation/types';

/** What CloudFormation can say and Terraform cannot, or says under a second name that the facts read too. */
const nowhere: ReadonlySet<string> = new Set([
  'aws_autoscaling_group AvailabilityZoneIds[]',
  'aws_db_instance DBClusterIdentifier',
  'aws_ebs_volume AvailabilityZoneId',
  'aws_ec2_client_vpn_network_association AvailabilityZone',
  'aws_ec2_client_vpn_network_association AvailabilityZoneId',
  'aws_instance NetworkInterfaces[].SubnetId',
]);
/** Read by nobody yet. */
const open: ReadonlySet<string> = new Set([
  'aws_emr_cluster',
  'aws_gamelift_fleet',
  'aws_networkfirewall_firewall',
  'aws_spot_fleet_request',
]);

const declarations = new Declarations(__dirname);
const blocks = readBlocks();
const knowledge = new Knowledge(aws);

/** Members of every block of the package, by namespace and interface. */
function readBlocks(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = readFileSync(join(dirname(require.resolve('@pulumi/aws/package.json')), 'types/output.d.ts'), 'utf8');
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const [, namespace, body = ''] of text.matchAll(/export declare namespace (\w+) \{([\s\S]*?)\n\}/g))
    for (const [, name, members = ''] of body.matchAll(/interface (\w+) \{([\s\S]*?)\n {4}\}/g)) {
      const rows = [...members.matchAll(/^ {8}(\w+)\??: ([^;]+);/gm)];
      found.set(`${namespace}.${name}`, new Map(rows.map(([, member = '', type = '']) => [member, type])));
    }
  return found;
}

function blockOf(type: string): ReadonlyMap<string, string> | undefined {
  const [, name = ''] = /\b([a-z]\w*\.[A-Z]\w*)/.exec(type.replaceAll('outputs.', '')) ?? [];
  return blocks.get(name);
}

/** A value of everything that a class declares, as a plan writes it: blocks are lists, and repeated ones have singular names. */
function sample(type: string, depth: number): Value {
  const block = blockOf(type);
  if (block !== undefined && depth < 7) return [everything(block, depth + 1)];
  return type.includes('[]') ? ['text'] : 'text';
}

function everything(members: ReadonlyMap<string, string>, depth = 0): Readonly<Record<string, Value>> {
  return Object.fromEntries([...members].map(([name, type]) => [terraformName(name, type), sample(type, depth)]));
}

function terraformName(name: string, type: string): string {
  const snake = toSnake(name);
  if (!type.includes('[]') || blockOf(type) === undefined) return snake;
  return snake
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1');
}

/** Where units stand and how many there are: what a verdict hangs on. */
function placesOf(facts: TypeFacts): readonly string[] {
  const found = [facts, ...(facts.cases ?? []).map((each) => each.facts)].flatMap(({ units, placement, memberOf }) => {
    const count = typeof units?.count === 'object' ? [units.count.desired, units.count.min] : [];
    return [...count, ...(placement?.subnets ?? []), ...(placement?.zones ?? []), memberOf];
  });
  return [...new Set(found.filter((path) => path !== undefined))];
}

const rows = typeTables.aws.flatMap((table) =>
  Object.entries(table).flatMap(([terraform, [type, token]]) => {
    const facts = knowledge.of(type);
    const paths = facts === undefined || facts.inert === true ? [] : placesOf(facts);
    return token === undefined || paths.length === 0 || open.has(terraform) ? [] : [{ terraform, token, paths }];
  }),
);

it.each(rows)('$terraform: the facts find where it stands and how many it runs', ({ terraform, token, paths }) => {
  const attributes = everything(declarations.outputsOf(tokenOf('aws', token)));
  const stack = { name: 's', file: 'plan.json', region: 'r', provider: 'aws' } as const;
  const source = { file: 'plan.json', path: [] };
  const made = toResources([{ key: 'x', id: 'x', type: terraform, attributes, stack, source }]);
  const [resource] = made.values();
  if (resource === undefined) throw new Error(`${terraform} becomes nothing`);
  // Settings that are told apart by a name are in no declaration.
  const missing = paths.filter((path) => {
    const [own = ''] = path.split('->');
    if (own.includes('=')) return false;
    return valuesAt(resource, own, () => undefined).length === 0 && !nowhere.has(`${terraform} ${own}`);
  });
  expect(missing).toEqual([]);
});
