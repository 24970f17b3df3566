import { isList, isMap, Reference, Text, type Value } from '../../model';
import type { Manifest } from './manifest';

/**
 * Services by the names under which pods call them: `cart`, `cart.shop`, `cart.shop.svc`, `cart.shop.svc.cluster.local`.
 * A name in a pod's environment is how one workload finds another: the cluster's DNS makes it a reference.
 */
export class ServiceNames {
  private readonly services = new Map<string, Reference>();

  constructor(manifests: readonly Manifest[]) {
    for (const { kind, namespace, name, key } of manifests) {
      if (kind === 'Service') this.services.set(`${namespace}/${name}`, new Reference(key));
    }
  }

  get(namespace: string, name: string): Reference | undefined {
    return this.services.get(`${namespace}/${name}`);
  }

  /** The value with references where its texts name services. */
  named(value: Value, namespace: string): Value {
    if (this.services.size === 0) return value;
    if (typeof value === 'string') return this.namedText(value, namespace);
    if (isList(value)) return value.map((entry) => this.named(entry, namespace));
    if (isMap(value))
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, this.named(entry, namespace)]));
    return value;
  }

  private namedText(text: string, namespace: string): Value {
    const parts: (string | Reference)[] = [];
    let from = 0;
    const pattern = /[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*/g;
    for (const match of text.matchAll(pattern)) {
      const [host] = match;
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + host.length);
      const service = this.find(host, namespace);
      if (service === undefined || !isHost(before, after, host)) continue;
      parts.push(text.slice(from, match.index), service);
      from = match.index + host.length;
    }
    if (from === 0 && parts.length === 0) return text;
    parts.push(text.slice(from));
    const kept = parts.filter((part) => part !== '');
    const [only] = kept;
    return kept.length === 1 && only !== undefined ? only : new Text(kept);
  }

  private find(host: string, namespace: string): Reference | undefined {
    const [name = '', second, third] = host.split('.');
    if (second === undefined) return this.get(namespace, name);
    return third === undefined || third === 'svc' ? this.get(second, name) : undefined;
  }
}

/** A word alone is a host name where it is the whole text, or where a port or a scheme stands beside it. */
function isHost(before: string, after: string, host: string): boolean {
  if (/[\w./-]$/.test(before) && !before.endsWith('//')) return false;
  if (before === '' && after === '') return true;
  return host.includes('.') || before.endsWith('//') || before.endsWith('@') || /^:\d/.test(after);
}
