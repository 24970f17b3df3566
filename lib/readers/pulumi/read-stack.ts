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

/** Reads what a program registered when it was run here. */
export function readRecord({ file, documents }: GivenDocument, context: ReadContext): ReadPart {
  const [document] = documents;
  const { resources, numbers, outputs, config, name } = isObject(document) ? document : {};
  const numbered = new Map<number, Registration>();
  for (const [at, resource] of (isJsonList(resources) ? resources : []).entries()) {
    const place = isObject(resource) ? objectAt(resource, 'place') : {};
    const source =
      typeof place.file === 'string'
        ? { file: place.file, path: [Number(place.line), Number(place.column)] }
        : { file, path: [] };
    const made = toRegistration(resource, source);
    const number = isJsonList(numbers) ? numbers[at] : undefined;
    if (made !== undefined) numbered.set(Number(number), isStack(made) && isObject(outputs) ? { ...made, outputs } : made);
  }
  const settings = Object.entries(isObject(config) ? config : {});
  const regions = Object.fromEntries(
    settings.flatMap(([key, value]) =>
      key.endsWith(':region') && typeof value === 'string' ? [[key.slice(0, -':region'.length), value]] : [],
    ),
  );
  const called = context.name(typeof name === 'string' ? name : file);
  return toPart([...numbered.values()], file, called, { ...context, numbered, regions });
}

function isStack({ type }: Registration): boolean {
  return type === 'pulumi:pulumi:Stack';
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
