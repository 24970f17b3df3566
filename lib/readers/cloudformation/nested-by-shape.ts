import { isJsonList, isObject, type Json, objectAt, property } from '../json';
import { namedTemplates, type TemplateLibrary } from './nested-stacks';
import type { Template } from './template';

/** Parameters and outputs that have to fit before a template is taken for another name. */
const fewestFitting = 3;

/** Share of the passed parameters that has to be declared: copies of templates lose the ones they do not use. */
const declaredShare = 0.9;

/** A stack resource whose template has another file name among the inputs. */
interface Unnamed {
  readonly from: Template;
  readonly id: string;
  readonly name: string;
  readonly passed: readonly string[];
  readonly outputs: ReadonlySet<string>;
}

/** Templates by the stack resource that they fit: `<file> <id>`. */
export type FittingTemplates = ReadonlyMap<string, Template>;

/**
 * Templates are renamed when they are published or copied. Where no given file has the name that a stack resource asks
 * for, the one template that declares what it passes, needs no more, and offers what is read from it is taken.
 */
export function templatesByShape(templates: readonly Template[], library: TemplateLibrary): FittingTemplates {
  const named = new Set<Template>();
  const unnamed: Unnamed[] = [];
  for (const from of templates) {
    const locations = namedTemplates(from);
    if (locations.length === 0) continue;
    const outputs = outputsRead(from);
    const found = new Set<string>();
    for (const { id, location } of locations) {
      const template = library.find(location, from);
      if (template !== undefined) found.add(id);
      if (template !== undefined) named.add(template);
    }
    for (const [id, name] of new Map(locations.map(({ id, location }) => [id, location]))) {
      const passed = Object.keys(objectAt(objectAt(objectAt(from.resources, id), 'Properties'), 'Parameters'));
      if (!found.has(id))
        unnamed.push({ from, id, name: name.split('/').at(-1) ?? '', passed, outputs: outputs.get(id) ?? new Set() });
    }
  }
  return unnamed.length === 0
    ? new Map()
    : pair(
        unnamed,
        templates.filter((template) => !named.has(template)),
      );
}

function pair(unnamed: readonly Unnamed[], candidates: readonly Template[]): FittingTemplates {
  const pairs = unnamed.flatMap((stack) => {
    const fitting = candidates.filter((template) => template !== stack.from && fits(stack, template));
    const [only, another] = fitting;
    return only !== undefined && another === undefined ? [{ stack, template: only }] : [];
  });
  const result = new Map<string, Template>();
  for (const { stack, template } of pairs) {
    // a template that fits two different names is neither
    const isUnique = pairs.every((other) => other.template !== template || other.stack.name === stack.name);
    if (isUnique) result.set(shapeKey(stack.from, stack.id), template);
  }
  return result;
}

export function shapeKey(from: Template, id: string): string {
  return `${from.file} ${id}`;
}

function fits({ passed, outputs }: Unnamed, template: Template): boolean {
  const declared = Object.keys(template.parameters);
  const taken = passed.filter((name) => Object.hasOwn(template.parameters, name)).length;
  if (taken + outputs.size < fewestFitting || taken < passed.length * declaredShare) return false;
  const needed = declared.filter((name) => property(objectAt(template.parameters, name), 'Default') === undefined);
  return needed.every((name) => passed.includes(name)) && [...outputs].every((name) => Object.hasOwn(template.outputs, name));
}

/** Outputs that a template reads from its stack resources, by logical id. */
function outputsRead(template: Template): ReadonlyMap<string, ReadonlySet<string>> {
  const outputs = new Map<string, Set<string>>();
  const add = (id: string, name: string) => outputs.set(id, (outputs.get(id) ?? new Set()).add(name));
  const visit = (node: Json): void => {
    if (typeof node === 'string') {
      if (node.includes('.Outputs.'))
        for (const match of node.matchAll(/(\w+)\.Outputs\.(\w+)/g)) add(match[1] ?? '', match[2] ?? '');
    } else if (isJsonList(node)) {
      const [id, attribute] = node;
      if (typeof id === 'string' && typeof attribute === 'string' && attribute.startsWith('Outputs.'))
        add(id, attribute.slice(8));
      for (const item of node) visit(item);
    } else if (isObject(node)) for (const child of Object.values(node)) visit(child);
  };
  visit(template.resources);
  visit(template.outputs);
  return outputs;
}
