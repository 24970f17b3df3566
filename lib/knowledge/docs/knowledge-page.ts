import type { Facts, FactTable, TypeFacts } from '../fact';
import { code, recoveryWords, unitsWords, whenWords } from './words';

/** The page about everything that nospof knows of services: the same tables, the same text. */
export function knowledgePage(tables: readonly FactTable[]): string {
  const rows = tables.flatMap((table) => Object.entries(table)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const serving = rows.filter(([, facts]) => facts.inert !== true);
  const inert = rows.filter(([, facts]) => facts.inert === true);
  return `# What nospof knows

Generated from \`lib/knowledge\` by \`npm run docs\`: ${rows.length} types. A type that is not here is reported as unproven.
A row says what one resource of the type is when nothing more is known; a row below it says what changes under a
condition on its properties, and the first condition that holds counts.

## Types that run, serve or keep something

${table(['type', 'noun', 'role', 'locality', 'units', 'recovery', 'source', 'checked'], serving.flatMap(servingRows))}
## Types whose loss takes nothing away

They configure, watch, permit, connect or deploy. What they say about others counts; they are never lost themselves.

${table(
  ['type', 'noun', 'role', 'source', 'checked'],
  inert.map(([type, { noun, role, source, checked }]) => [code(type), noun, role, `<${source}>`, checked]),
)}
## What depends on what

A dependency goes from the resource that names another one to that other one; where the resource joins two others, from the
first path to the second. Source and date are those of the type. *hard*: needed to serve; *launch*: for new capacity;
*control*: to change things; *soft*: degrades only; *member*: it is part of what it names, or holds it as a part.

${table(['type', 'names it in', 'kind', 'because'], rows.flatMap(edgeRows))}`;
}

/** Every dependency that the facts of a type point at. */
function edgeRows([type, facts]: readonly [string, TypeFacts]): string[][] {
  const layers: readonly Partial<Facts>[] = [facts, ...(facts.cases ?? []).map((each) => each.facts)];
  const found = layers.flatMap(({ needs = [], links = [], choice, ...parts }) => [
    ...needs.map(({ path, kind, because }) => [code(type), code(path), kind, because]),
    ...links.map(({ from, to, kind, because }) => [code(type), `${code(from)} to ${to.map(code).join(', ')}`, kind, because]),
    ...(choice === undefined
      ? []
      : [[code(type), choice.entries.length > 0 ? code(choice.entries) : '', 'one of several', choice.because]]),
    ...memberPaths(parts).map(([path, because]) => [code(type), code(path), 'member', because]),
    ...(parts.templates ?? []).map((path) => [code(type), code(path), 'launch', 'its units are launched from it']),
  ]);
  // A case repeats what the base says.
  return [...new Map(found.map((row) => [row.join('|'), row])).values()];
}

function memberPaths({
  joins = [],
  members = [],
  memberOf,
  hosts,
  facedBy = [],
}: Partial<Facts>): readonly (readonly [string, string])[] {
  return [
    ...joins.map((path) => [path, 'it joins it'] as const),
    ...members.map((path) => [path, 'it holds it'] as const),
    ...(memberOf === undefined ? [] : [[memberOf, 'it is one of its instances'] as const]),
    ...(hosts === undefined ? [] : [[hosts.cluster, 'its hosts carry the units of it'] as const]),
    ...facedBy.map((path) => [path, 'it leads to it'] as const),
  ];
}

/** One row for the base, one for each case; a case repeats only what it changes. */
function servingRows([type, facts]: readonly [string, TypeFacts]): string[][] {
  const base = [
    code(type),
    facts.noun,
    facts.role,
    facts.locality,
    facts.doubt === undefined ? unitsWords(facts.units) : 'open',
    recoveryWords(facts.recovery),
    `<${facts.source}>`,
    facts.checked,
  ];
  const cases = (facts.cases ?? []).map(({ when, facts: changes }) => caseRow(whenWords(when), changes));
  return [base, ...cases];
}

function caseRow(condition: string, changes: Partial<Facts>): string[] {
  const { noun, role, locality, units, recovery, doubt } = changes;
  return [
    `… when ${condition}`,
    noun ?? '',
    role ?? '',
    locality ?? '',
    doubt === undefined ? (units === undefined ? '' : unitsWords(units)) : `open: ${doubt.because}`,
    recoveryWords(recovery),
    '',
    '',
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return `${line(heads)}${line(heads.map(() => '---'))}${rows.map(line).join('')}`;
}
