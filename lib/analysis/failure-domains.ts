import type { Scope } from '../diagnostics';
import type { EventId } from '../fault-tree';
import type { Subject } from './subject';
import type { Zone } from './zones';

/** Something that fails as a whole. */
export interface FailureDomain {
  readonly scope: Scope;
  /** `component Db`, `zone us-east-1#0`, `region eu-west-1`. */
  readonly label: string;
  readonly subject?: Subject;
  readonly zone?: Zone;
}

const LEVELS: readonly Scope[] = ['component', 'zone', 'region', 'provider'];

/** The failure domains of a system as basic events, numbered in order of first sight. */
export class FailureDomains {
  readonly all: FailureDomain[] = [];
  private readonly events = new Map<string, EventId>();

  constructor(private readonly level: Scope) {}

  /** Whether the loss of domains of this scope is judged. */
  judges(scope: Scope): boolean {
    return LEVELS.indexOf(scope) <= LEVELS.indexOf(this.level);
  }

  component(subject: Subject, identity: string): EventId {
    return this.event(`component ${identity}`, () => ({
      scope: 'component',
      label: `component ${subject.resource.id}`,
      subject,
    }));
  }

  zone(zone: Zone): EventId {
    return this.event(`zone ${zone.index}`, () => ({ scope: 'zone', label: `zone ${zone.label}`, zone }));
  }

  region(region: string): EventId {
    return this.event(`region ${region}`, () => ({ scope: 'region', label: `region ${region}` }));
  }

  provider(provider: string): EventId {
    return this.event(`provider ${provider}`, () => ({ scope: 'provider', label: `provider ${provider}` }));
  }

  /** A service that fails as a whole while the rest of its provider works. */
  service(what: string, provider: string): EventId {
    return this.event(`service of ${provider} ${what}`, () => ({ scope: 'provider', label: `${what} of ${provider}` }));
  }

  /** Somebody outside who is relied on: `identity provider login.example.com`. */
  host(what: string, host: string): EventId {
    return this.event(`host ${host} ${what}`, () => ({ scope: 'provider', label: `${what} ${host}` }));
  }

  private event(key: string, make: () => FailureDomain): EventId {
    let event = this.events.get(key);
    if (event === undefined) {
      event = this.all.length;
      this.all.push(make());
      this.events.set(key, event);
    }
    return event;
  }
}
