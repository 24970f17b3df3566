import type { EventId, NodeId } from '../fault-tree';
import { valueAt, valuesAt } from '../knowledge';
import { Unknown } from '../model';
import type { FailureDomains } from './failure-domains';
import type { Subject, Subjects } from './subject';
import type { FormulaHost } from './unit-formulas';

/** Formulas over the regions, the provider and the service of a provider that something is in. */
export class LocationFormulas {
  private readonly subjects: Subjects;
  private readonly domains: FailureDomains;
  private readonly known = new Map<string, NodeId>();

  constructor(
    private readonly host: Pick<FormulaHost, 'formula' | 'works' | 'doubt'>,
    { subjects, domains }: { readonly subjects: Subjects; readonly domains: FailureDomains },
  ) {
    this.subjects = subjects;
    this.domains = domains;
    // What nothing needs in order to serve can fail too; that it takes nothing away is part of the proof.
    if (domains.judges('provider')) for (const subject of subjects) this.serviceOf(subject);
  }

  /** Works while where the subject is works, as far as the loss of that is judged. */
  of(subject: Subject): NodeId {
    const { locality } = subject.facts;
    if (!this.domains.judges('region') || locality === 'none' || locality === 'site') return this.host.works;
    const { provider } = subject.resource.stack;
    const regions = this.regionsOf(subject);
    const open = this.openRegionOf(subject);
    const service = this.domains.judges('provider') ? this.serviceOf(subject) : undefined;
    const key = `${provider} ${service ?? ''} ${regions.join(' ')} ${open === undefined ? '' : subject.key}`;
    let node = this.known.get(key);
    if (node === undefined) {
      const elsewhere = open === undefined ? [] : [this.host.doubt(subject, open)];
      node = this.inAll(regions, provider, service, elsewhere);
      this.known.set(key, node);
    }
    return node;
  }

  /** Works while the region does. */
  inRegion(region: string): NodeId {
    return this.host.formula.leaf({ must: [this.domains.region(region)] });
  }

  private inAll(
    regions: readonly string[],
    provider: string,
    service: EventId | undefined,
    elsewhere: readonly NodeId[],
  ): NodeId {
    const { formula, works } = this.host;
    const inRegions = regions.map((region) => formula.leaf({ must: [this.domains.region(region)] }));
    const inProvider = this.domains.judges('provider') ? [formula.leaf({ must: [this.domains.provider(provider)] })] : [];
    const inService = service === undefined ? [] : [formula.leaf({ must: [service] })];
    return formula.all([
      works,
      ...(inRegions.length === 0 ? [] : [formula.any([...inRegions, ...elsewhere])]),
      ...inProvider,
      ...inService,
    ]);
  }

  private regionsOf({ facts: { locality, regions }, resource }: Subject): readonly string[] {
    const { region } = resource.stack;
    if (locality === 'global' || locality === 'edge') return [];
    if (locality !== 'many-regions') return [region];
    const others = (regions ?? []).flatMap((path) => this.valuesAt(resource, path));
    return [...new Set([region, ...others])];
  }

  /** A region of several that is not known. */
  private openRegionOf({ facts: { locality, regions }, resource }: Subject): Unknown | undefined {
    if (locality !== 'many-regions') return undefined;
    return (regions ?? [])
      .flatMap((path) => valuesAt(resource, path, this.subjects.find))
      .find((value) => value instanceof Unknown);
  }

  private valuesAt(resource: Subject['resource'], path: string): readonly string[] {
    return valuesAt(resource, path, this.subjects.find).filter((value) => typeof value === 'string');
  }

  /** The service that fails as a whole with the subject in it: of its provider, or of whoever runs it elsewhere. */
  private serviceOf({ facts: { service }, resource }: Subject): EventId | undefined {
    if (service === undefined) return undefined;
    const { provider } = resource.stack;
    if (service.host === undefined) {
      // The provider is the wider loss of the two, and is named first.
      this.domains.provider(provider);
      return this.domains.service(service.what, provider);
    }
    const url = valueAt(resource, service.host, this.subjects.find);
    return typeof url === 'string' ? this.domains.host(service.what, hostIn(url)) : undefined;
  }
}

/** `https://login.example.com:443/shop` without all that is not the host. */
function hostIn(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, '').replace(/[/:].*$/, '');
}
