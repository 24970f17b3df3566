import { FIELDS } from './fields';

const EXAMPLES: Readonly<Record<keyof typeof FIELDS, string>> = {
  survive: 'survive: zone',
  'fail-on': 'fail-on: error',
  packs: 'packs: [settings]',
  egress: 'egress: hard',
  roles: 'roles:\n  Bastion: admin',
  subnets: 'subnets:\n  PrivateSubnet1: { zone: us-east-1a }',
  capacity: 'capacity:\n  WebGroup: { required: 4 }',
  'customer-gateways': 'customer-gateways:\n  HeadOffice: { device: router-1 }\n  BranchOffice: { device: router-2 }',
  objectives: 'objectives:\n  rto: 5m\n  rpo: 0s',
  facts: 'facts:\n  Custom::MessageBroker: { role: queue, locality: zone, units: 1, subnets: SubnetIds }',
  acknowledgements:
    'acknowledgements:\n  - rule: nat-gateway-shared-by-zones\n    resource: NatGateway1\n' +
    '    reason: batch only, may wait a day\n    until: 2027-03-31\n    owner: platform team',
};

/** The nospof.yaml that `nospof init` writes: two keys in force, every other one as a comment with an example. */
export function starterConfig(): string {
  const inForce: readonly string[] = ['survive', 'fail-on'];
  const blocks = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).map((key) => {
    const example = inForce.includes(key) ? EXAMPLES[key] : EXAMPLES[key].replace(/^/gm, '# ');
    const shape = FIELDS[key].shape;
    const words = 'words' in shape ? ` (${shape.words.join(' | ')})` : '';
    return `# ${FIELDS[key].about}${words}\n${example}\n`;
  });
  return `# What no template can tell nospof. Unknown keys, entries that match nothing and expired ones are reported.\n\n${blocks.join('\n')}`;
}
