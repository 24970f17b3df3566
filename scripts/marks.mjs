/**
 * Fills in what stands behind the marks of a Markdown page, so that whatever a reader sees there is real:
 *
 *   <!-- output: nospof check docs/examples/shop.yaml -->       what the command prints, in the block that follows
 *   <!-- output in docs/examples/cdk: cdk synth -->             the same, run in a folder; cdk is the one of this project
 *   <!-- file: docs/examples/ci/github.yml -->                  the file, in the block that follows; or, with lines 3-9
 *                                                               behind its name, these, moved to the left
 *   <!-- picture: nospof check docs/examples/shop.yaml -->      the picture, in the file that the image of the next line names
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const BLOCK = '(`{3,})(\\w*)\\n(?:(?!```)[^\\n]*\\n)*`{3,}';

/** The page with its blocks filled in; `publish` takes each picture and the file it belongs into. */
export function fillMarks(text, page, publish) {
  return text
    .replace(
      new RegExp(`(<!-- output(?: in (\\S+))?: ([^\\n]*) -->\\n)${BLOCK}`, 'g'),
      (_, mark, folder, command, fence, language) => `${mark}${fence}${language}\n${printed(command, folder, page)}\n${fence}`,
    )
    .replace(
      new RegExp(`(<!-- file: (\\S+)(?: lines (\\d+)-(\\d+))? -->\\n)${BLOCK}`, 'g'),
      (_, mark, file, from, to, fence, language) => `${mark}${fence}${language}\n${excerpt(file, from, to)}\n${fence}`,
    )
    .replace(/<!-- picture: ([^\n]*) -->\n!\[[^\]]*\]\((\S+)\)/g, (all, command, image) => {
      publish(join(dirname(page), image), `${printed(`${command} --format svg`, undefined, page)}\n`);
      return all;
    });
}

function excerpt(file, from = '1', to = 'Infinity') {
  const lines = readFileSync(join(root, file), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(Number(from) - 1, Number(to));
  const indent = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

function printed(command, folder, page) {
  const [name, ...args] = command.split(' ');
  const run = spawnSync(process.execPath, [programOf(name, page), ...args], {
    cwd: join(root, folder ?? ''),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  if (run.status === null || run.status === 3) throw new Error(`${page}: ${command} ended with ${run.status}: ${run.stderr}`);
  return (run.stdout + run.stderr).trimEnd();
}

function programOf(name, page) {
  const programs = { nospof: 'dist/bin/nospof.js', cdk: 'node_modules/aws-cdk/bin/cdk', jest: 'node_modules/jest/bin/jest.js' };
  if (programs[name] === undefined) throw new Error(`${page}: "${name}" is not a program that a page may run`);
  return join(root, programs[name]);
}
