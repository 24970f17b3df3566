import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { aFinding, anAssessment, anUnproven } from '../support/assessments';
import { fc } from '../support/laws';
import { noisyAssessments } from '../support/noise';

const render = (assessment: Assessment) => reporterFor('github')(assessment, PLAIN_CONTEXT);

/** Reads a log as the runner does: a line that begins with two colons is a command, with its escapes undone. */
function commandsIn(log: string) {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const match = /^\s*::([a-z]+)(?: ([^:]*))?::(.*)$/i.exec(line);
    if (!match) return [];
    const [, name, list = '', message = ''] = match;
    const properties = Object.fromEntries(
      list.split(',').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
      }),
    );
    return [{ name, properties, message: unescaped(message) }];
  });
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

describe('the GitHub annotations', () => {
  it('read back as what was found', () => {
    const finding = aFinding({
      severity: 'error',
      message: '50% of "a", b: c',
      resource: { ...aFinding().resource, file: 'a,b:c.yaml' },
    });
    expect(commandsIn(render(anAssessment({ findings: [finding] })))).toEqual([
      {
        name: 'error',
        properties: { file: 'a,b:c.yaml', line: '4', col: '3', title: 'nospof: nat-gateway-shared-by-zones' },
        message: `50% of "a", b: c\nfix: ${finding.fix}\nid: nat-gateway-shared-by-zones:NatGateway1`,
      },
    ]);
  });

  it('are as many as there are findings and questions, whatever the input holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        const open = assessment.findings.filter(({ acknowledged }) => acknowledged === undefined);
        const commands = commandsIn(render(assessment));
        expect(commands).toHaveLength(open.length + assessment.unproven.length);
        expect(render(assessment)).not.toMatch(/^\s*##\[/m);
      }),
    );
  });

  it('come with the worst first and information as a notice', () => {
    const findings = (['info', 'warning', 'error'] as const).map((severity) => aFinding({ severity }));
    expect(commandsIn(render(anAssessment({ findings }))).map(({ name }) => name)).toEqual(['error', 'warning', 'notice']);
  });

  it('say what to tell where something is unproven, and the numbers for the log', () => {
    const report = render(anAssessment({ unproven: [anUnproven()], summary: { unproven: 1 } }));
    expect(commandsIn(report)).toMatchObject([{ name: 'notice', properties: { title: 'nospof: unproven', line: '7' } }]);
    expect(report).toContain('\nno findings in 57 resources');
  });
});
