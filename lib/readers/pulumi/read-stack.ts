import { Fault } from '../fault';
import type { GivenDocument, ReadContext, ReadPart } from '../given-document';
import { isJsonList, isObject, objectAt } from '../json';
import { type Registration, toRegistration } from './registration';
import { toPart } from './to-part';

/** Steps after which a resource is no more. */
const gone: ReadonlySet<string> = new Set([
  'delete',
  'delete-replaced',
  'discard',
  'discard-replaced',
  'remove-pending-replace',
  'read-discard',
]);

/**
 * Reads `pulumi preview --json`: the resources as they will be.
 *
 * @throws {Fault} no step has a resource
 */
export function readPreview({ file, documents }: GivenDocument, context: ReadContext): ReadPart {
  const [document] = documents;
  const steps = isObject(document) && isJsonList(document.steps) ? document.steps : [];
  const registrations = new Map<string, Registration>();
  for (const [at, step] of steps.entries()) {
    if (!isObject(step) || typeof step.op !== 'string') continue;
    const made = toRegistration(step.newState, { file, path: ['steps', at] });
    if (made !== undefined && !gone.has(step.op)) registrations.set(made.urn, made);
  }
  if (registrations.size === 0) {
    const hint = 'give the output of "pulumi preview --json" of a stack with resources';
    throw new Fault('empty-preview', 'the preview holds no resources', hint, undefined, ['steps']);
  }
  return toPart([...registrations.values()], file, context.name(file), context);
}

/**
 * Reads `pulumi stack export`.
 *
 * @throws {Fault} the deployment holds no resources
 */
export function readExport({ file, documents }: GivenDocument, context: ReadContext): ReadPart {
  const [document] = documents;
  const { resources } = isObject(document) ? objectAt(document, 'deployment') : {};
  const found = isJsonList(resources) ? resources : [];
  const registrations = found.flatMap((resource, at) => {
    if (isObject(resource) && resource.delete === true) return [];
    const made = toRegistration(resource, { file, path: ['deployment', 'resources', at] });
    return made === undefined ? [] : [made];
  });
  if (registrations.length === 0) {
    const hint = 'give the output of "pulumi stack export" of a stack with resources';
    throw new Fault('empty-export', 'the stack export holds no resources', hint, undefined, ['deployment']);
  }
  return toPart(registrations, file, context.name(file), context);
}
