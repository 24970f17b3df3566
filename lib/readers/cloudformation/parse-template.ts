import { Fault } from '../fault';
import { isJsonList, isObject, type Json, type JsonObject, property } from '../json';
import type { Template } from './template';

/** What stands about a template outside of it. */
export type TemplateExtras = Pick<Template, 'paths' | 'aliases' | 'acknowledged'>;

/**
 * Takes a parsed document for a template.
 *
 * @throws {Fault} a section or a resource has another shape than a map
 */
export function parseTemplate(file: string, body: JsonObject, extras: TemplateExtras = {}): Template {
  const resources = section(body, 'Resources');
  if (property(body, 'Resources') === undefined) {
    throw shapeFault('no-resources', 'the template has no Resources', 'declare at least one resource', []);
  }
  for (const [id, resource] of Object.entries(resources)) {
    if (isObject(resource) || id.startsWith('Fn::')) continue;
    const message = `resource "${id}" is ${kindOf(resource)}; expected a map with Type and Properties`;
    throw shapeFault('resource-shape', message, 'write the resource as a map', ['Resources', id]);
  }
  return {
    file,
    body,
    resources,
    parameters: section(body, 'Parameters'),
    conditions: section(body, 'Conditions'),
    mappings: section(body, 'Mappings'),
    outputs: section(body, 'Outputs'),
    transforms: transformsOf(property(body, 'Transform')),
    ...extras,
  };
}

function section(body: JsonObject, name: string): JsonObject {
  const found = property(body, name);
  if (found === undefined || found === null) return {};
  if (isObject(found)) return found;
  throw shapeFault('section-shape', `${name} is ${kindOf(found)}; expected a map`, `write ${name} as a map of names`, [name]);
}

function kindOf(node: Json): string {
  if (node === null) return 'empty';
  return isJsonList(node) ? 'a list' : `a ${typeof node}`;
}

function transformsOf(node: Json | undefined): readonly string[] {
  const nodes = isJsonList(node) ? node : [node ?? null];
  return nodes.flatMap((each) => {
    if (typeof each === 'string') return [each];
    const name = isObject(each) ? property(each, 'Name') : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

function shapeFault(code: string, message: string, hint: string, path: readonly string[]): Fault {
  return new Fault(code, message, hint, undefined, path);
}
