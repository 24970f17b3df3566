import type { Finding, Repair, RepairEdit } from '../diagnostics';
import { editJson } from './edit-json';
import { editYaml } from './edit-yaml';
import { lineDifference } from './line-difference';
import type { Edited, TemplateEdit } from './template-text';
import { terraform, typescript } from './values';

/** How one finding is repaired in the input at hand. */
export interface FixPlan {
  readonly finding: Finding;
  readonly repair: Repair;
  /** A unified difference for `patch -p0`; empty where the input is no template that a person writes. */
  readonly patch: string;
  /** Lines for the program that made the input, or what to change where no patch can. */
  readonly lines: readonly string[];
}

/** A line longer than this is a template that no person edits. */
const LONGEST_LINE = 500;

/**
 * Turns the repair of a finding into an edit of the input; undefined when it has none.
 *
 * @param textOf - the text of an input file; undefined when it is gone
 */
export function fixPlanOf(finding: Finding, textOf: (file: string) => string | undefined): FixPlan | undefined {
  const { repair } = finding;
  if (repair === undefined) return undefined;
  const plan = { finding, repair, patch: '' };
  if (repair.edits.some(({ resource }) => resource.path !== undefined)) return { ...plan, lines: repair.edits.flatMap(cdkLines) };
  const kind = kindOf(textOf(finding.resource.file) ?? '');
  if (kind === 'terraform') return { ...plan, lines: programLines(repair.edits, (line) => line) };
  if (kind === 'pulumi') return { ...plan, lines: programLines(repair.edits, inPulumi) };
  return { ...plan, ...patchOf(repair.edits, textOf) };
}

/** What wrote the file, by its content. */
function kindOf(text: string): 'terraform' | 'pulumi' | 'template' {
  if (!/^\s*\{/.test(text)) return 'template';
  if (/"terraform_version"\s*:/.test(text)) return 'terraform';
  return /"(?:deployment|steps)"\s*:/.test(text) && !/"Resources"\s*:/.test(text) ? 'pulumi' : 'template';
}

function patchOf(
  edits: readonly RepairEdit[],
  textOf: (file: string) => string | undefined,
): { readonly patch: string; readonly lines: readonly string[] } {
  const texts = new Map<string, string>();
  const lines: string[] = [];
  for (const edit of edits) {
    const { file, id } = edit.resource;
    const text = texts.get(file) ?? textOf(file);
    if (text === undefined) {
      lines.push(inWords(edit));
      continue;
    }
    const changed = editTemplate(text, { ...edit, path: ['Resources', id, 'Properties', ...edit.property] });
    if ('text' in changed) texts.set(file, changed.text);
    else lines.push(`${inWords(edit)}; ${changed.instead}`);
  }
  const patches = [...texts].map(([file, text]) => lineDifference(file, textOf(file) ?? '', text));
  const isLong = patches.some((patch) => patch.split('\n').some((line) => line.length > LONGEST_LINE));
  return isLong ? { patch: '', lines: edits.map(inWords) } : { patch: patches.join(''), lines };
}

function editTemplate(text: string, edit: TemplateEdit): Edited {
  const edited = /^\s*\{/.test(text) ? editJson : editYaml;
  return edited(text, edit);
}

/** `Orders: MultiAZ = true`. */
function inWords({ resource, property, action, values }: RepairEdit): string {
  const name = `${resource.id}: ${property.join('.')}`;
  if (action === 'remove') return `${name} removed`;
  const words = values.map((value) => (typeof value === 'object' ? value.ref : JSON.stringify(value)));
  return action === 'append' ? `${name} also ${words.join(', ')}` : `${name} = ${words.join('')}`;
}

/** The property of the construct where it has one, and what works on every construct. */
function cdkLines({ resource, property, action, values, cdk }: RepairEdit): readonly string[] {
  const about = resource.path ?? resource.id;
  if (action === 'append') {
    return [
      `${about}: ${property.join('.')} also ${values.map((value) => (typeof value === 'object' ? value.ref : value)).join(', ')}`,
    ];
  }
  const name = about.split('/').at(-1) ?? about;
  const child = `(${name.charAt(0).toLowerCase()}${name.slice(1)}.node.defaultChild as CfnResource)`;
  const value = values.map(typescript).join('');
  const override =
    action === 'remove'
      ? `${child}.addPropertyDeletionOverride('${property.join('.')}');`
      : `${child}.addPropertyOverride('${property.join('.')}', ${value});`;
  return [
    `// ${about}`,
    ...(cdk === undefined ? [] : [`${cdk.replace('{}', value)},   // or, where the construct has no such property:`]),
    override,
  ];
}

/** Attributes below the address of their resource. */
function programLines(edits: readonly RepairEdit[], spelled: (line: string) => string): readonly string[] {
  const ids = [...new Set(edits.map(({ resource }) => resource.id))];
  return ids.flatMap((id) => [
    `# ${id}`,
    ...edits
      .filter(({ resource }) => resource.id === id)
      .map((edit) => {
        if (edit.terraform === undefined) return `# ${inWords(edit)}`;
        if (edit.action === 'remove') return `# without ${spelled(edit.terraform)}`;
        return spelled(edit.terraform).replace('{}', edit.values.map(terraform).join(', '));
      }),
  ]);
}

/** `multi_az = true` in the words of Pulumi, whose AWS provider is made from Terraform's: `multiAz: true`. */
function inPulumi(line: string): string {
  return line
    .replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/ = /g, ': ')
    .replace(/(\w) \{/g, '$1: {');
}
