import { aFinding, anAssessment } from '../support/assessments';
import { anEngine, runCommandLine } from '../support/command-line';

describe('nospof explain', () => {
  it('lists the rules when nothing is named', async () => {
    expect(await runCommandLine(['explain'])).toEqual({
      code: 0,
      stdout:
        'group-of-one                 a group that can be scaled to one unit\n' +
        'nat-gateway-shared-by-zones  one NAT gateway carries the egress of several zones\n',
      stderr: '',
    });
  });

  it('gives a rule its page', async () => {
    const { code, stdout } = await runCommandLine(['explain', 'nat-gateway-shared-by-zones']);
    expect(code).toBe(0);
    expect(stdout).toBe(`nat-gateway-shared-by-zones  SINGLE_POINT_OF_FAILURE
one NAT gateway carries the egress of several zones

why it matters
  a zonal NAT gateway fails with its zone

how it is decided
  subnets whose default route leads to the same zonal NAT gateway are counted by zone

severity
  warning

what is not known
  zones that are not known leave the function unproven

how to fix it
  one NAT gateway per zone, each with its own route table, or a regional NAT gateway

sources
  https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
`);
  });

  it('gives a finding every hop of its proof, then the rule', async () => {
    const { engine, asked } = anEngine();
    const { code, stdout } = await runCommandLine(
      ['explain', 'nat-gateway-shared-by-zones:NatGateway1', 'shop.yaml', '--survive', 'region'],
      {
        engine: () => engine,
      },
    );
    expect(code).toBe(0);
    expect(asked).toEqual([[['shop.yaml'], { survive: 'region', parameters: {}, worlds: 'default' }]]);
    expect(stdout).toContain('Checkout -> PrivateSubnet2: its tasks run in this subnet   shop.yaml:9\n');
    expect(stdout).toContain('\nwhy it matters\n');
  });

  it('gives every finding of the resource when it is lost in several ways', async () => {
    const findings = [aFinding(), aFinding({ failureDomain: 'component NatGateway1', scope: 'component' })];
    const { stdout } = await runCommandLine(['explain', 'nat-gateway-shared-by-zones@NatGateway1', 'shop.yaml'], {
      engine: () => anEngine(() => anAssessment({ findings })).engine,
    });
    expect(stdout).toContain('when zone us-east-1#0 fails');
    expect(stdout).toContain('when component NatGateway1 fails');
  });

  it.each([
    [
      'nat-gatway-shared-by-zones',
      'unknown rule "nat-gatway-shared-by-zones"; did you mean "nat-gateway-shared-by-zones"?',
      'lists the rules',
    ],
    ['nat-gatway-shared-by-zones:NatGateway1', 'unknown rule "nat-gatway-shared-by-zones"', 'lists the rules'],
    [
      'nat-gateway-shared-by-zones:NatGateway2',
      'no finding "nat-gateway-shared-by-zones:NatGateway2" here; did you mean "NatGateway1"?',
      '"nat-gateway-shared-by-zones" finds NatGateway1',
    ],
    ['group-of-one:WebGroup', 'no finding "group-of-one:WebGroup" here', '"group-of-one" finds nothing in this system'],
  ])('fails on %s with what there is', async (name, message, help) => {
    const { code, stdout, stderr } = await runCommandLine(['explain', name, 'shop.yaml']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
  });
});
