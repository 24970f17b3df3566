import { Unknown, type Value, type ValueMap } from '../../model';
import { listAt, type Manifest, member, textAt } from './manifest';
import type { ServiceNames } from './service-names';

/**
 * Services that the API server calls before it does what it was asked: those without which it refuses (`hooks`), and
 * whether what it then refuses is to make pods (`guards`).
 */
export function hooksOf({ object, kind }: Manifest, services: ServiceNames): ValueMap {
  if (kind === 'APIService') {
    const service = member(object, 'spec', 'service');
    return service === undefined ? {} : { hooks: calledBy([service], services) };
  }
  // In v1beta1 a hook that said nothing was ignored when it failed.
  const usual = textAt(object, 'apiVersion')?.endsWith('/v1beta1') === true ? 'Ignore' : 'Fail';
  const strict = listAt(object, 'webhooks').filter((hook) => (textAt(hook, 'failurePolicy') ?? usual) === 'Fail');
  const called = calledBy(
    strict.flatMap((hook) => member(hook, 'clientConfig', 'service') ?? []),
    services,
  );
  return { ...(called.length > 0 ? { hooks: called } : {}), guards: strict.some(seesPods) ? 'pods' : 'others' };
}

function seesPods(hook: Value): boolean {
  return listAt(hook, 'rules').some((rule) => {
    const names = (list: string) => listAt(rule, list).map(String);
    const inCore = names('apiGroups').some((group) => group === '' || group === '*');
    const made = names('operations').some((operation) => operation === 'CREATE' || operation === '*');
    return inCore && made && names('resources').some((resource) => resource === 'pods' || resource.startsWith('*'));
  });
}

function calledBy(called: readonly Value[], services: ServiceNames): readonly Value[] {
  const found = new Map<string, Value>();
  for (const service of called) {
    const name = textAt(service, 'name') ?? '';
    const namespace = textAt(service, 'namespace') ?? 'default';
    const because = `service "${name}" is not in the input`;
    const missing = new Unknown(`service ${namespace}/${name}`, because, 'give its manifest too');
    found.set(`${namespace}/${name}`, services.get(namespace, name) ?? missing);
  }
  return [...found.values()];
}
