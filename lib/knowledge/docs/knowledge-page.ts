import type { Facts, FactTable, TypeFacts } from '../fact';
import { type Edge, edgesOf } from './edges';
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
first path to the second. Source and date are those of the type, unless a row has a source of its own. *hard*: needed to serve;
*launch*: for new or replaced capacity; *control*: to change or renew things; *soft*: degrades only, or waits; *member*: the
other way round, it is part of what it names. Of several that one path names, *all* are needed, *any* suffices, or as many as
are said; where settings of the type decide, both stand there.

${table(['type', 'names it in', 'kind', 'of these', 'because'], edgesOf(tables).map(edgeRow))}`;
}

/** An edge with its source, where it has one of its own. */
function edgeRow({ type, from, path, kind, gate, because, source }: Edge): string[] {
  const names = from === undefined ? code(path) : `${code(from)} to ${code(path)}`;
  return [code(type), names, kind, gate, source === undefined ? because : `${because} <${source}>`];
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
