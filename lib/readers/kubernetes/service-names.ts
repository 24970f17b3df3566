import { isList, isMap, Reference, Text, type Value } from '../../model';
import { saysEndpoint } from './endpoint-words';
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

  /**
   * The value with references where its texts name services.
   *
   * @param called - the variable, key or option that holds the value
   */
  named(value: Value, namespace: string, called = ''): Value {
    if (this.services.size === 0) return value;
    if (typeof value === 'string') return this.namedText(value, namespace, called);
    if (isList(value)) return value.map((entry, at) => this.named(entry, namespace, optionBefore(value, at)));
    if (!isMap(value)) return value;
    const variable = typeof value.name === 'string' ? value.name : undefined;
    const entries = Object.entries(value).map(([key, entry]) => {
      return [key, this.named(entry, namespace, key === 'value' ? (variable ?? key) : key)];
    });
    return Object.fromEntries(entries);
  }

  private namedText(text: string, namespace: string, called: string): Value {
    const parts: (string | Reference)[] = [];
    let from = 0;
    const pattern = /[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*/g;
    for (const match of text.matchAll(pattern)) {
      const [host] = match;
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + host.length);
      const service = this.find(host, namespace);
      if (service === undefined || !isHost(before, after, host, called)) continue;
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

/** The option that the word after it belongs to: `--db-host`, `mysql`. */
function optionBefore(words: readonly Value[], at: number): string {
  const before = words[at - 1];
  if (typeof before !== 'string' || !before.startsWith('-')) return '';
  // Clients of databases call it by one letter.
  return before === '-h' ? '--host' : before;
}

/**
 * A word alone may be the name of a database, a user or a title as well: it is a host where a port or a scheme stands
 * beside it, or where what holds it says so.
 */
function isHost(before: string, after: string, host: string, called: string): boolean {
  if (/[\w./-]$/.test(before) && !before.endsWith('//')) return false;
  if (after === '' && saysEndpoint(before === '' ? called : (/^-+([\w.-]+)=$/.exec(before)?.[1] ?? ''))) return true;
  return host.includes('.') || before.endsWith('//') || before.endsWith('@') || /^:\d/.test(after);
}
