import type { ReadOptions, Stack } from '../../model';
import type { ProblemLog } from '../problem-log';
import type { GivenTemplate } from './given-template';
import type { FittingTemplates } from './nested-by-shape';
import { namedTemplates, type TemplateLibrary } from './nested-stacks';
import type { Template } from './template';

interface Root {
  readonly template: Template;
  readonly stack: Stack;
  readonly deployedName: string | undefined;
}

/** The stacks that no given template instantiates, with their names, in the order of the input. */
export function rootTemplates(
  given: readonly GivenTemplate[],
  library: TemplateLibrary,
  fitting: FittingTemplates,
  options: ReadOptions,
  problems: ProblemLog,
): readonly Root[] {
  const nested = new Set<Template>(fitting.values());
  for (const { template } of given) {
    for (const { location } of namedTemplates(template)) {
      const found = library.find(location, template);
      if (found !== undefined) nested.add(found);
    }
  }
  const roots = given.filter(({ template, stack, nested: only }) => !only && (stack !== undefined || !nested.has(template)));
  const first = given[0];
  if (roots.length === 0 && first !== undefined) {
    const source = { file: first.template.file, path: ['Resources'] };
    problems.fail(
      'reference-cycle',
      'templates instantiate each other in a circle: every one is nested in another',
      'break the cycle',
      source,
    );
  }
  const names = stackNames(roots);
  return roots.map((root, index) => ({
    template: root.template,
    stack: stackOf(root, names[index] ?? '', options),
    deployedName: root.stack?.deployedName,
  }));
}

function stackOf({ template, stack }: GivenTemplate, name: string, options: ReadOptions): Stack {
  const told = stack?.region ?? options.region;
  return {
    name,
    file: template.file,
    region: told ?? options.assumedRegion ?? `region of ${name}`,
    provider: 'aws',
    ...(told === undefined && options.assumedRegion !== undefined && { regionAssumed: true }),
    ...(stack?.account !== undefined && { account: stack.account }),
  };
}

/** File names without their endings; where two are alike, with the folders that tell them apart. */
function stackNames(roots: readonly GivenTemplate[]): readonly string[] {
  const plain = roots.map(({ template, stack }) => stack?.name ?? fileName(template.file, 1));
  const counts = new Map<string, number>();
  for (const name of plain) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return roots.map(({ template, stack }, index) => {
    const base = plain[index] ?? '';
    const wished = (counts.get(base) ?? 0) > 1 && stack?.name === undefined ? fileName(template.file, 2) : base;
    let name = wished;
    for (let count = 2; taken.has(name); count += 1) name = `${wished}-${count}`;
    taken.add(name);
    return name;
  });
}

function fileName(file: string, segments: number): string {
  const parts = file.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = parts.slice(-segments).join('.');
  return name.replace(/\.(json|ya?ml|template)$/i, '').replace(/\.(cfn|template|nested|stack)$/i, '') || 'stack';
}
