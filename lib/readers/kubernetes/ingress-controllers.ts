import { Reference, type Value } from '../../model';
import { listAt, type Manifest, mapAt, textAt } from './manifest';
import { selectorOf } from './selectors';
import { podTemplateOf, workloadsWith } from './workloads';

/**
 * What requests to an ingress come through: the services, open to the outside, of the controller that serves its class.
 * A controller says in its arguments which class it serves; one that has no such service only sets up something else.
 */
export function controllersOf({ object }: Manifest, manifests: readonly Manifest[]): readonly Value[] {
  const serving = servedClass(object, manifests);
  if (serving === undefined) return [];
  const workloads = manifests.filter((manifest) => serves(manifest, serving));
  if (workloads.length === 0) return [];
  return manifests
    .filter(({ kind, object: service }) => kind === 'Service' && isOpen(service))
    .filter((service) => workloadsWith(selectorOf(service), service.namespace, workloads).length > 0)
    .map(({ key }) => new Reference(key));
}

interface ServedClass {
  readonly name: string;
  /** `k8s.io/ingress-nginx` */
  readonly controller: string | undefined;
}

function servedClass(ingress: Value, manifests: readonly Manifest[]): ServedClass | undefined {
  const annotations = mapAt(ingress, 'metadata', 'annotations');
  const told = textAt(ingress, 'spec', 'ingressClassName') ?? textAt(annotations, 'kubernetes.io/ingress.class');
  const classes = manifests.filter(({ kind }) => kind === 'IngressClass');
  const found = classes.find(({ name, object }) => (told === undefined ? isDefault(object) : name === told));
  const name = told ?? found?.name;
  return name === undefined ? undefined : { name, controller: textAt(found?.object, 'spec', 'controller') };
}

function isDefault(object: Value): boolean {
  return textAt(mapAt(object, 'metadata', 'annotations'), 'ingressclass.kubernetes.io/is-default-class') === 'true';
}

function isOpen(service: Value): boolean {
  return ['LoadBalancer', 'NodePort'].includes(textAt(service, 'spec', 'type') ?? '');
}

function serves(workload: Manifest, { name, controller }: ServedClass): boolean {
  const containers = listAt(podTemplateOf(workload)?.pod, 'containers');
  const words = containers.flatMap((container) => [...listAt(container, 'command'), ...listAt(container, 'args')]);
  return words.some((word, at) => {
    if (typeof word !== 'string') return false;
    const [option = '', given = words[at + 1]] = word.split('=');
    return (controller !== undefined && given === controller) || (/ingress[-.]?class(-name)?$/i.test(option) && given === name);
  });
}
