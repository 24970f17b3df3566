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
)}`;
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
