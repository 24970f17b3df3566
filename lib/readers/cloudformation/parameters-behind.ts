import type { Resource } from '../../model';
import { isJsonList, isObject, type Json, objectAt, property } from '../json';
import type { Template } from './template';

const placeholder = /\$\{\s*([\w:]+)/g;

/**
 * Which parameters a property is written with, itself or through conditions. What another resource says or a nested stack
 * gives back is not followed.
 */
export class ParametersBehind {
  private readonly byFile: ReadonlyMap<string, Template>;
  private readonly conditions = new Map<string, ReadonlySet<string>>();

  /** @param above - the name under which a template above hands on a parameter of a nested one */
  constructor(
    templates: readonly Template[],
    private readonly above: (name: string) => string,
  ) {
    this.byFile = new Map(templates.map((template) => [template.file, template]));
  }

  of({ source: { file, path } }: Pick<Resource, 'source'>, name: string): ReadonlySet<string> {
    const template = this.byFile.get(file);
    const body = template === undefined ? undefined : property(template.resources, String(path[1]));
    if (template === undefined || !isObject(body)) return new Set();
    const properties = property(body, 'Properties');
    // A whole `Properties`, or a resource of a loop, may be a function.
    const node = isObject(properties) ? property(properties, name) : undefined;
    return this.in(node ?? body, template, new Set());
  }

  private in(node: Json, template: Template, busy: ReadonlySet<string>): ReadonlySet<string> {
    const found = new Set<string>();
    const named = (name: Json | undefined) => {
      if (typeof name === 'string' && Object.hasOwn(template.parameters, name)) found.add(this.above(name));
    };
    const asked = (name: Json | undefined) => {
      if (typeof name !== 'string') return;
      for (const parameter of this.inCondition(name, template, busy)) found.add(parameter);
    };
    const pending: Json[] = [node];
    while (pending.length > 0) {
      const next = pending.pop();
      if (isJsonList(next)) pending.push(...next);
      else if (isObject(next)) {
        named(property(next, 'Ref'));
        asked(property(next, 'Condition'));
        const choice = property(next, 'Fn::If');
        if (isJsonList(choice)) asked(choice[0]);
        for (const value of Object.values(next)) pending.push(value);
      } else if (typeof next === 'string') for (const [, name] of next.matchAll(placeholder)) named(name);
    }
    return found;
  }

  private inCondition(name: string, template: Template, busy: ReadonlySet<string>): ReadonlySet<string> {
    const key = `${template.file}\u0000${name}`;
    const known = this.conditions.get(key);
    if (known !== undefined) return known;
    if (busy.has(key)) return new Set();
    const found = this.in(objectAt(template.conditions, name), template, new Set([...busy, key]));
    this.conditions.set(key, found);
    return found;
  }
}
