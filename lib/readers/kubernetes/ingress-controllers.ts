import { Reference, type Value, type ValueMap } from '../../model';
import { listAt, type Manifest, mapAt, textAt } from './manifest';
import { selectorOf } from './selectors';
import type { Workload, Workloads } from './workloads';

/** Which services lead to the controllers of ingresses. */
export class IngressControllers {
  private readonly classes: readonly Manifest[];
  private readonly open: readonly Manifest[];
  private readonly byClass = new Map<string, readonly Value[]>();

  constructor(
    manifests: readonly Manifest[],
    private readonly workloads: Workloads,
  ) {
    this.classes = manifests.filter(({ kind }) => kind === 'IngressClass');
    this.open = manifests.filter(({ kind, object }) => kind === 'Service' && isOpen(object));
  }

  /**
   * What requests to an ingress come through: the services, open to the outside, of the controller that serves its
   * class. A controller says in its arguments which class that is; one without such a service sets up something else.
   */
  of({ object }: Manifest): readonly Value[] {
    const served = servedClass(object, this.classes);
    if (served === undefined) return [];
    let services = this.byClass.get(served.name);
    if (services === undefined) {
      const controllers = new Set([...this.workloads.all()].filter(({ pod }) => serves(pod, served)));
      services = controllers.size === 0 ? [] : this.leadingTo(controllers);
      this.byClass.set(served.name, services);
    }
    return services;
  }

  private leadingTo(controllers: ReadonlySet<Workload>): readonly Value[] {
    return this.open
      .filter((service) => this.workloads.with(selectorOf(service), service.namespace).some((each) => controllers.has(each)))
      .map(({ key }) => new Reference(key));
  }
}

interface ServedClass {
  readonly name: string;
  /** `k8s.io/ingress-nginx` */
  readonly controller: string | undefined;
}

function servedClass(ingress: Value, classes: readonly Manifest[]): ServedClass | undefined {
  const annotations = mapAt(ingress, 'metadata', 'annotations');
  const told = textAt(ingress, 'spec', 'ingressClassName') ?? textAt(annotations, 'kubernetes.io/ingress.class');
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

function serves(pod: ValueMap, { name, controller }: ServedClass): boolean {
  const containers = listAt(pod, 'containers');
  const words = containers.flatMap((container) => [...listAt(container, 'command'), ...listAt(container, 'args')]);
  return words.some((word, at) => {
    if (typeof word !== 'string') return false;
    const [option = '', given = words[at + 1]] = word.split('=');
    return (controller !== undefined && given === controller) || (/ingress[-.]?class(-name)?$/i.test(option) && given === name);
  });
}
