import { acknowledge, EMPTY_CONFIG, parseConfig, unmatchedEntries } from '../../lib/config';
import { aFinding, anAssessment } from '../support/assessments';

const OPTIONS = { today: '2026-11-22', rules: ['nat-gateway-shared-by-zones', 'group-of-one'] };

function acknowledged(yaml: string, findings = [aFinding()]) {
  return acknowledge(anAssessment({ findings }), parseConfig(yaml, 'nospof.yaml'), OPTIONS);
}

describe('acknowledge', () => {
  it('marks the finding with reason, day and owner', () => {
    const { findings, problems } = acknowledged(
      'acknowledgements:\n  - { rule: nat-gateway-shared-by-zones, resource: NatGateway1, reason: batch only, until: 2026-11-22, owner: mail team }\n',
    );
    expect(findings[0]?.acknowledged).toEqual({ reason: 'batch only', until: '2026-11-22', by: 'mail team' });
    expect(problems).toEqual([]);
  });

  it('knows the resource by its construct path', () => {
    const { findings } = acknowledged(
      'acknowledgements:\n  - { rule: nat-gateway-shared-by-zones, resource: Shop/Vpc/PublicSubnet1/NatGateway, reason: batch }\n',
    );
    expect(findings[0]?.acknowledged).toEqual({ reason: 'batch' });
  });

  it('leaves a finding open when its acknowledgement has expired, and says so at its line', () => {
    const { findings, problems } = acknowledged(
      'acknowledgements:\n  - { rule: nat-gateway-shared-by-zones, resource: NatGateway1, reason: batch, until: 2026-11-21 }\n',
    );
    expect(findings[0]?.acknowledged).toBeUndefined();
    expect(problems).toEqual([
      {
        code: 'expired-acknowledgement',
        fatal: false,
        message: 'acknowledgement "nat-gateway-shared-by-zones:NatGateway1" expired on 2026-11-21',
        hint: 'repair the finding, or decide again and set a later "until"',
        at: { file: 'nospof.yaml', line: 2, column: 5 },
      },
    ]);
  });

  it('reports an acknowledgement that matches nothing and one of a rule that does not exist', () => {
    const { problems } = acknowledged(
      'acknowledgements:\n' +
        '  - { rule: group-of-one, resource: NatGateway1, reason: batch }\n' +
        '  - { rule: nat-gatway-shared-by-zones, resource: NatGateway1, reason: batch }\n',
    );
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'unused-acknowledgement: acknowledgement "group-of-one:NatGateway1" matches no finding',
      'unknown-rule: unknown rule "nat-gatway-shared-by-zones" in an acknowledgement; did you mean "nat-gateway-shared-by-zones"?',
    ]);
  });

  it('opens what the input itself accepts once its day is over, at its line', () => {
    const expired = aFinding({ acknowledged: { reason: 'batch only', until: '2026-11-21', by: 'mail team' } });
    const { findings, problems } = acknowledged('', [expired]);
    expect(findings).toEqual([aFinding()]);
    expect(problems).toMatchObject([
      {
        code: 'expired-acknowledgement',
        message: expect.stringContaining('expired on 2026-11-21'),
        at: { file: 'shop.yaml', line: 4 },
      },
    ]);
    const inForce = aFinding({ acknowledged: { reason: 'batch only', until: '2026-11-22' } });
    expect(acknowledged('', [inForce])).toMatchObject({ findings: [inForce], problems: [] });
  });

  it('does not take a word for a day', () => {
    const { findings, problems } = acknowledged('', [aFinding({ acknowledged: { reason: 'batch only', until: 'spring' } })]);
    expect(findings).toEqual([aFinding()]);
    expect(problems[0]?.message).toContain('holds until "spring", which is no day');
  });

  it('changes nothing where nothing is acknowledged', () => {
    const assessment = anAssessment({ findings: [aFinding()] });
    expect(acknowledge(assessment, EMPTY_CONFIG, OPTIONS)).toEqual(assessment);
  });
});

describe('unmatchedEntries', () => {
  const config = parseConfig(
    'subnets: { PrivateSubnet1: { zone: a }, Shop/PrivateSubnet2: { zone: b } }\nroles: { Basion: admin }\ncapacity: { Web/Group: { required: 2 } }\n',
    'nospof.yaml',
  );

  it('reports entries that name no resource, with the name that was meant', () => {
    const resources = [
      { id: 'PrivateSubnet1', stack: 'Shop' },
      { id: 'PrivateSubnet2', stack: 'Shop' },
      { id: 'Bastion' },
      { id: 'WebGroup9A', path: 'Web/Group' },
    ];
    expect(unmatchedEntries(config, resources)).toEqual([
      {
        code: 'unmatched-entry',
        fatal: false,
        message: '"roles.Basion" names no resource of the system; did you mean "Bastion"?',
        hint: 'use a logical id, stack/id or construct path, or remove the entry',
        at: { file: 'nospof.yaml', line: 2, column: 10 },
      },
    ]);
  });

  it('has nothing to say about an empty configuration', () => {
    expect(unmatchedEntries(EMPTY_CONFIG, [])).toEqual([]);
  });
});
