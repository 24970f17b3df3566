import { join } from 'node:path';
import { judgeSystem } from '../../../lib/assess';
import { EMPTY_CONFIG } from '../../../lib/config';
import { type ProgramRun, runProject, systemOfRun } from '../../../lib/readers/pulumi/program/program-system';
import { mutations } from './mutations';

const folder = join(__dirname, '../../stacks/regional-service');

/** The program runs once; each mutation breaks a copy of what it registered. */
let run: ProgramRun;
beforeAll(() => {
  run = runProject(folder, { timeoutSeconds: 120, say: (text) => process.stderr.write(text) });
});

function told(judged: ProgramRun, pack?: 'settings'): readonly string[] {
  const config = { ...EMPTY_CONFIG, packs: pack === undefined ? [] : [pack] };
  const { findings, unproven } = judgeSystem(systemOfRun(judged), { survive: 'zone', config });
  return [
    ...findings.map(({ rule, resource }) => `${rule} ${resource.id}`),
    ...unproven.map(({ resource }) => `unproven ${resource?.id}`),
  ];
}

describe('the service on Google Cloud', () => {
  it.each([undefined, 'settings'] as const)('gives no finding while it is whole (pack %s)', (pack) => {
    expect(told(run, pack)).toEqual([]);
  });

  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))('is not survived when %s', (_name, mutation) => {
    const broken: ProgramRun = { ...run, record: structuredClone(run.record) };
    mutation.breaks(broken);
    expect(told(broken, mutation.pack)).toContain(mutation.found);
  });
});
