/**
 * The pages of the rules. The examples on them are golden cases, which the tests run: test/cases/<rule>/example shows the
 * rule, clean-example is the same system repaired, and what nospof says is read from the `expected.txt` of each.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a case that are no input of `nospof check`. */
const NO_INPUT = ['expected.txt', 'expected.json', 'complete.json', 'options.txt'];
const CATEGORIES = {
  SINGLE_POINT_OF_FAILURE: 'Single points of failure',
  SHARED_FATE: 'Shared fate',
  EXCESSIVE_LOAD: 'Excessive load',
  EXCESSIVE_LATENCY: 'Excessive latency',
  MISCONFIGURATION_AND_BUGS: 'Misconfiguration',
};

/** The list of all rules, core before settings. */
export function rulesIndex(rules, isOfSettings) {
  const rows = (some) => some.map(({ id, title }) => `| [${id}](rules/${id}.md) | ${title} |\n`).join('');
  const core = Object.entries(CATEGORIES).map(([category, name]) => {
    const some = rules.filter((rule) => rule.category === category && !isOfSettings(rule));
    return `### ${name}\n\n| rule | finds that |\n|---|---|\n${rows(some)}`;
  });
  return (
    '# Rules\n\nGenerated from `lib/rules` by `npm run docs`; `nospof explain RULE` prints the words of a page. ' +
    'Each page has an example and its repair, both run by the tests.\n\n' +
    `## What is proven\n\n${core.join('\n')}\n` +
    '## The pack `settings`\n\nOff unless `--pack settings` or `nospof.yaml` asks for it: compares settings with what is usual, ' +
    `and says so as information.\n\n| rule | finds that |\n|---|---|\n${rows(rules.filter(isOfSettings))}`
  );
}

/** The page of one rule. */
export function rulePage(rule, isOfSettings, root) {
  return [
    `# ${rule.id}`,
    `Finds that ${rule.title}.`,
    `\`${rule.category}\`, ${isOfSettings(rule) ? 'in the pack `settings`' : 'in every check'}.`,
    `**Severity.** ${sentence(rule.severity)}`,
    `**Why it matters.** ${sentence(rule.why)}`,
    `**How it is decided.** ${sentence(rule.how)}`,
    `**What is not known.** ${sentence(rule.unknown)}`,
    `**How to fix it.** ${sentence(rule.fix)}`,
    ...examples(rule, root),
    '## Sources',
    rule.sources.map((source) => `- <${source}>`).join('\n'),
    '[All rules](../rules.md)',
  ]
    .join('\n\n')
    .concat('\n');
}

function examples({ id }, root) {
  const cases = `test/cases/${id}`;
  const bad = join(root, cases, 'example');
  const good = join(root, cases, 'clean-example');
  const before = filesOf(bad);
  const shown = [...before].map(([name, text]) =>
    isLong(text)
      ? `[\`${name}\`](../../${cases}/example/${name}), as Terraform makes it`
      : `\`${name}\`\n\n${block(languageOf(name), text)}`,
  );
  const repaired = existsSync(good) ? filesOf(good) : new Map();
  const changed = [...repaired].filter(([name, text]) => before.get(name) !== text);
  return [
    '## Example',
    ...shown,
    outputOf(bad),
    '## Repaired',
    ...(changed.length === 0
      ? [
          'The repair takes two providers, which no one template holds: see [one service at two clouds](../architectures/multi-cloud.md).',
        ]
      : [
          ...changed.map(
            ([name, text]) =>
              `\`${name}\`\n\n${block('diff', difference(before.get(name) ?? '', text, isLong(text) ? 3 : Number.POSITIVE_INFINITY))}`,
          ),
          outputOf(good),
        ]),
    `Run by the tests as golden cases: [\`${cases}\`](../../${cases}).`,
  ];
}

function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !NO_INPUT.includes(entry.name) && entry.name !== 'manifest.json')
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The command and what it says, as the golden case has them. */
function outputOf(folder) {
  const options = join(folder, 'options.txt');
  const inputs = readdirSync(folder).filter((name) => !NO_INPUT.includes(name) && name !== 'nospof.yaml');
  const words = ['nospof check', ...inputs.sort(), ...(existsSync(options) ? [readFileSync(options, 'utf8').trim()] : [])];
  const said = readFileSync(join(folder, 'expected.txt'), 'utf8');
  return block('console', `$ ${words.join(' ')}\n${said.replace(/\n+exit code \d\n$/, '')}`);
}

function languageOf(name) {
  return name.endsWith('.json') ? 'json' : 'yaml';
}

function block(language, text) {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A file that a program has made is not for reading. */
function isLong(text) {
  return text.split('\n').length > 100;
}

/**
 * Both texts line by line, by their longest common subsequence: `+` only in the second, `-` only in the first.
 * `context` lines that are the same stand around each difference.
 */
function difference(first, second, context) {
  const [a, b] = [first.trimEnd().split('\n'), second.trimEnd().split('\n')];
  const common = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i][j] = a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const lines = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(` ${a[i]}`);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[i + 1][j] >= common[i][j + 1])) lines.push(`-${a[i++]}`);
    else lines.push(`+${b[j++]}`);
  }
  const isNear = (_, at) => lines.slice(Math.max(0, at - context), at + context + 1).some((line) => !line.startsWith(' '));
  return lines.filter(isNear).join('\n');
}

function sentence(text) {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
