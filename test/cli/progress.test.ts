import { writeFileSync } from 'node:fs';
import { progressOn } from '../../lib/cli/progress';
import { anEngine, inEmptyFolder, runCommandLine } from '../support/command-line';

/** A terminal, what was written to it, and a clock that a test turns. */
function terminal(changes: { readonly isTTY?: boolean; readonly columns?: number } = {}, env: Record<string, string> = {}) {
  const written: string[] = [];
  const clock = { now: 0 };
  const stderr = { isTTY: true, columns: 40, write: (text: string) => written.push(text), ...changes };
  return { written, clock, host: { stderr, env }, time: () => clock.now };
}

describe('progress', () => {
  it('says nothing of a short run', () => {
    const { written, host, time } = terminal();
    const progress = progressOn(host, ['shop.yaml'], time);
    progress?.show('reading shop.yaml');
    progress?.clear();
    expect(written).toEqual([]);
  });

  it('shows the steps of a long one on one line, and takes it away', () => {
    const { written, clock, host, time } = terminal();
    const progress = progressOn(host, ['shop.yaml'], time);
    progress?.show('reading shop.yaml');
    clock.now = 400;
    progress?.show('judging with Stage=PROD');
    progress?.clear();
    expect(written).toEqual(['\r\u001b[2Knospof: judging with Stage=PROD …', '\r\u001b[2K']);
  });

  it('speaks at once when the input is large', () =>
    inEmptyFolder(() => {
      writeFileSync('shop.json', ' '.repeat(2_000_001));
      const { written, host, time } = terminal();
      progressOn(host, ['shop.json'], time)?.show('reading shop.json');
      expect(written).toHaveLength(1);
    }));

  it('keeps to one line whatever a file is called', () => {
    const { written, clock, host, time } = terminal();
    const progress = progressOn(host, [], time);
    clock.now = 1000;
    progress?.show(`reading ${'long'.repeat(40)}\n\u001b[31m.yaml`);
    expect(written[0]).toBe(`\r\u001b[2K${`nospof: reading ${'long'.repeat(40)}`.slice(0, 39)}`);
  });

  it.each([
    [{ isTTY: false }, {}],
    [{}, { CI: 'true' }],
    [{}, { TERM: 'dumb' }],
  ])('is absent where nobody looks: %j %j', (changes, env) => {
    const { host } = terminal(changes, env);
    expect(progressOn(host, [])).toBeUndefined();
  });

  it('is given to the engine on a terminal', async () => {
    const { host } = terminal();
    const { engine, asked } = anEngine();
    await runCommandLine(['check', 'shop.yaml'], { stderr: host.stderr, engine: () => engine });
    expect(asked[0]?.[1].beforeStep).toBeInstanceOf(Function);
  });
});
