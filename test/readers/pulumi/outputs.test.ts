import { readText } from '../../support/read';

const type = 'aws:ec2/instance:Instance';
const urn = (name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const machine = (name: string, inputs: object, outputs: object) => ({
  urn: urn(name),
  type,
  custom: true,
  id: `i-${name}`,
  inputs,
  outputs,
});

/** Properties of the one machine of a state. */
function readMachine(inputs: object, outputs: object) {
  const system = readText(JSON.stringify({ version: 3, deployment: { resources: [machine('web', inputs, outputs)] } }), 's.json');
  return [...system.resources.values()][0]!.properties;
}

describe('a machine in a Pulumi state', () => {
  it('stands in the zone that only its outputs say', () => {
    const outputs = { subnetId: 'subnet-1', availabilityZone: 'us-east-1a' };
    expect(readMachine({ subnetId: 'subnet-1' }, outputs)).toMatchObject({
      SubnetId: 'subnet-1',
      AvailabilityZone: 'us-east-1a',
    });
  });

  it('is what was asked for where inputs and outputs differ', () => {
    const given = readMachine({ availabilityZone: 'us-east-1b' }, { availabilityZone: 'us-east-1a' });
    expect(given).toMatchObject({ AvailabilityZone: 'us-east-1b' });
  });

  it.each<[string, unknown]>([
    ['empty', ''],
    ['not known yet', '04da6b54-80e4-46f7-96ec-b56ff0331ba9'],
    ['a secret', { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', ciphertext: 'x' }],
  ])('says nothing by an output that is %s', (_how, availabilityZone) => {
    expect(readMachine({ subnetId: 'subnet-1' }, { availabilityZone })).not.toHaveProperty('AvailabilityZone');
  });
});
