import { isMap, Text, type Value } from '../../model';
import { append } from '../../multimap';
import { type Json, objectAt, property } from '../json';
import type { StackScope } from './scope';
import type { RawResource, Template } from './template';
import { scalarText } from './text';

/** Finds the templates that stack resources name, among the inputs. */
export interface TemplateLibrary {
  /** The template a location names; several with equally good names are none. */
  find(location: string, from: Template): Template | undefined;
}

export function templateLibrary(templates: readonly Template[]): TemplateLibrary {
  const byName = new Map<string, Template[]>();
  for (const template of templates) {
    for (const name of [segmentsOf(template.file).at(-1) ?? '', ...(template.aliases ?? [])]) {
      append(byName, name, template);
    }
  }
  return {
    find: (location, from) => {
      const wanted = segmentsOf(location);
      const candidates = byName.get(wanted.at(-1) ?? '') ?? [];
      const relative = isRemote(location) ? [] : resolveFrom(from.file, location);
      const beside = candidates.find(({ file }) => segmentsOf(file).join('/') === relative.join('/'));
      if (beside !== undefined) return beside;
      return best(isRemote(location) ? candidates : candidates.filter((each) => each !== from), wanted);
    },
  };
}

function best(candidates: readonly Template[], wanted: readonly string[]): Template | undefined {
  const scored = candidates.map((template) => ({ template, score: commonEnd(segmentsOf(template.file), wanted) }));
  const highest = Math.max(...scored.map(({ score }) => score));
  const winners = scored.filter(({ score }) => score === highest);
  return winners.length === 1 ? winners[0]?.template : undefined;
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

function isRemote(location: string): boolean {
  return location.includes('://');
}

function segmentsOf(location: string): string[] {
  return location
    .replace(/[?#].*$/, '')
    .split(/[/\\]/)
    .filter((segment) => segment !== '' && segment !== '.');
}

function resolveFrom(file: string, location: string): string[] {
  const path = segmentsOf(file).slice(0, -1);
  for (const segment of segmentsOf(location)) {
    if (segment === '..') path.pop();
    else path.push(segment);
  }
  return path;
}

/** Whether a resource makes a stack of its own. */
export function isStackResource({ type }: RawResource): boolean {
  return type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application';
}

/** Where the template of a stack resource lies, as far as it is known: the text after its last unknown part. */
export function templateLocation(resource: RawResource, scope: StackScope): string | undefined {
  const asset = property(objectAt(resource.body, 'Metadata'), 'aws:asset:path');
  if (typeof asset === 'string') return asset;
  const properties = objectAt(resource.body, 'Properties');
  const node = property(properties, 'TemplateURL') ?? property(properties, 'Location');
  return node === undefined ? undefined : knownEnd(scope.evaluate(node));
}

function knownEnd(value: Value | undefined): string | undefined {
  if (!(value instanceof Text)) return isMap(value) ? undefined : scalarText(value);
  const last = value.parts.at(-1);
  // the name of the file has to be known from its first letter on
  return typeof last === 'string' && last.includes('/') ? `unknown://${last}` : undefined;
}

/** A place a stack resource may take its template from. */
export interface NamedTemplate {
  readonly id: string;
  readonly location: string;
}

/** Templates that a template may instantiate, found without evaluating: any text of a location. */
export function namedTemplates(template: Template): readonly NamedTemplate[] {
  const found: NamedTemplate[] = [];
  const collect = (id: string, node: Json | undefined): void => {
    if (typeof node === 'string') found.push({ id, location: node });
    else if (typeof node === 'object' && node !== null) for (const child of Object.values(node)) collect(id, child);
  };
  for (const id of Object.keys(template.resources)) {
    const body = objectAt(template.resources, id);
    if (body.Type !== 'AWS::CloudFormation::Stack' && body.Type !== 'AWS::Serverless::Application') continue;
    const properties = objectAt(body, 'Properties');
    collect(id, property(properties, 'TemplateURL'));
    collect(id, property(properties, 'Location'));
    collect(id, property(objectAt(body, 'Metadata'), 'aws:asset:path'));
  }
  return found;
}
