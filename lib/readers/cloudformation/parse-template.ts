import { Fault } from '../fault';
import { isJsonList, isObject, type Json, type JsonObject, property } from '../json';
import type { Template } from './template';

/** A fault of a template's shape, with the place in it. */
export class TemplateFault extends Fault {
  constructor(
    code: string,
    message: string,
    hint: string,
    readonly path: readonly (string | number)[],
  ) {
    super(code, message, hint);
  }
}

/**
 * Takes a parsed document for a template.
 *
 * @throws {TemplateFault} a section or a resource has another shape than a map
 */
export function parseTemplate(file: string, body: JsonObject, paths?: ReadonlyMap<string, string>): Template {
  const resources = section(body, 'Resources');
  if (property(body, 'Resources') === undefined) {
    throw new TemplateFault('no-resources', 'the template has no Resources', 'declare at least one resource', []);
  }
  for (const [id, resource] of Object.entries(resources)) {
    if (isObject(resource) || id.startsWith('Fn::')) continue;
    const message = `resource "${id}" is ${kindOf(resource)}; expected a map with Type and Properties`;
    throw new TemplateFault('resource-shape', message, 'write the resource as a map', ['Resources', id]);
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
    ...(paths && { paths }),
  };
}

function section(body: JsonObject, name: string): JsonObject {
  const found = property(body, name);
  if (found === undefined || found === null) return {};
  if (isObject(found)) return found;
  throw new TemplateFault('section-shape', `${name} is ${kindOf(found)}; expected a map`, `write ${name} as a map of names`, [
    name,
  ]);
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
