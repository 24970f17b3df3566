import { isObject, objectAt, property } from '../json';
import { expandLoops, hasLoop } from './for-each';
import { expandServerless } from './sam/expand-serverless';
import type { StackScope } from './scope';
import type { RawResource } from './template';

/**
 * The resources of a template after its loops and transforms, before their evaluation. What runs only in the cloud is
 * said and left as it stands.
 *
 * @param names - filled with the names that transforms make available: `Shop.Version` to the logical id behind it
 */
export function declaredResources(scope: StackScope, names: Map<string, string>): ReadonlyMap<string, RawResource> {
  const written = writtenResources(scope);
  if (!scope.template.transforms.includes('AWS::Serverless-2016-10-31')) return written;
  const serverless = expandServerless(written, objectAt(scope.template.body, 'Globals'));
  for (const [name, id] of serverless.names) names.set(name, id);
  for (const id of serverless.left) {
    const { type = '', path = [] } = written.get(id) ?? {};
    const message = `"${id}" is of type "${type}", which nospof does not write out`;
    scope.system.problems.warn('macro-not-run', message, 'give the processed template', scope.sourceOf(path));
  }
  for (const { id, event, type } of serverless.unknownEvents) {
    const message = `event "${event}" of "${id}" is of type "${type}", which nospof does not write out`;
    const source = scope.sourceOf([...(written.get(id)?.path ?? []), 'Properties', 'Events', event]);
    scope.system.problems.warn('macro-not-run', message, 'give the processed template', source);
  }
  return serverless.resources;
}

function writtenResources(scope: StackScope): ReadonlyMap<string, RawResource> {
  const { problems } = scope.system;
  const loops = new Map<string, string>();
  const section = scope.template.resources;
  const bodies = hasLoop(section) ? expandLoops(section, scope, (id, loop) => loops.set(id, loop)) : section;
  const found = new Map<string, RawResource>();
  for (const id of Object.keys(bodies)) {
    const body = bodies[id] ?? null;
    const path = ['Resources', loops.get(id) ?? id];
    const type = isObject(body) ? property(body, 'Type') : undefined;
    if (id === 'Fn::Transform') scope.evaluate({ [id]: body });
    else if (!isObject(body) || typeof type !== 'string') {
      problems.warn(
        'resource-without-type',
        `"${id}" has no Type; it is not judged`,
        'write its resource type',
        scope.sourceOf(path),
      );
    } else {
      if (type.endsWith('::MODULE')) warnOfModule(id, type, path, scope);
      found.set(id, { type, body, path });
    }
  }
  return found;
}

function warnOfModule(id: string, type: string, path: RawResource['path'], scope: StackScope): void {
  const message = `"${id}" is of type "${type}", a module that is written out only in the cloud; what it makes is not judged`;
  scope.system.problems.warn('macro-not-run', message, 'give the processed template', scope.sourceOf(path));
}
