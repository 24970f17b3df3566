import type { ReadOptions, Stack } from '../../model';
import type { ProblemLog } from '../problem-log';
import type { GivenTemplate } from './given-template';
import { namedTemplates, type TemplateLibrary } from './nested-stacks';
import type { Template } from './template';

interface Root {
  readonly template: Template;
  readonly stack: Stack;
}

/** The stacks that no given template instantiates, with their names, in the order of the input. */
export function rootTemplates(
  given: readonly GivenTemplate[],
  library: TemplateLibrary,
  options: ReadOptions,
  problems: ProblemLog,
): readonly Root[] {
  const nested = new Set<Template>();
  for (const { template } of given) {
    for (const location of namedTemplates(template)) {
      const found = library.find(location, template);
      if (found !== undefined) nested.add(found);
    }
  }
  const roots = given.filter(({ template, stack }) => stack !== undefined || !nested.has(template));
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
  return roots.map((root, index) => ({ template: root.template, stack: stackOf(root, names[index] ?? '', options) }));
}

function stackOf({ template, stack }: GivenTemplate, name: string, options: ReadOptions): Stack {
  const region = stack?.region ?? options.region ?? `region of ${name}`;
  return { name, file: template.file, region, provider: 'aws', ...(stack?.account !== undefined && { account: stack.account }) };
}

/** File names without their endings; where two are alike, with the folders that tell them apart. */
function stackNames(roots: readonly GivenTemplate[]): readonly string[] {
  const taken = new Set<string>();
  const plain = roots.map(({ template, stack }) => stack?.name ?? fileName(template.file, 1));
  return roots.map(({ template, stack }, index) => {
    let name = plain[index] ?? '';
    const isAlone = plain.filter((each) => each === name).length === 1;
    if (!isAlone && stack?.name === undefined) name = fileName(template.file, 2);
    for (let count = 2; taken.has(name); count += 1) name = `${plain[index]}-${count}`;
    taken.add(name);
    return name;
  });
}

function fileName(file: string, segments: number): string {
  const parts = file.split(/[/\\]/).filter((part) => part !== '' && part !== '.' && part !== '..');
  const name = parts.slice(-segments).join('.');
  return name.replace(/\.(json|ya?ml|template)$/i, '').replace(/\.(cfn|template|nested|stack)$/i, '') || 'stack';
}
