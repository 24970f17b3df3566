import type { Analysis, Subject, Subnet } from '../analysis';
import type { Remedy } from '../diagnostics';
import type { Draft } from './rule';

/** What a repair is asked to give to one resource. */
export interface RepairRequest {
  readonly subject: Subject;
  readonly remedy: Remedy;
  /** Units at least. */
  readonly count?: number;
  /** Subnets of further zones. */
  readonly subnets?: readonly Subject[];
  readonly network?: Subject;
  /** Zones, or units, that are added; for the price. */
  readonly added: number;
}

const TWO = 2;

/** What would have to be asked of which resources to repair a finding; empty where no single edit can. */
export function requestsFor({ rule, subject, wants = TWO }: Draft, analysis: Analysis): readonly RepairRequest[] {
  const { remedy } = rule;
  switch (remedy) {
    case undefined:
      return [];
    case 'floor': {
      const { count, scaledBy } = analysis.units.of(subject);
      const added = wants - (typeof count === 'number' ? count : 0);
      return [subject, ...scaledBy].map((each) => ({ subject: each, remedy, count: wants, added }));
    }
    case 'zones': {
      const subnets = furtherSubnets(subject, analysis);
      return subnets.length === 0 ? [] : [{ subject, remedy, subnets, added: subnets.length }];
    }
    case 'every-zone': {
      const { network, zones } = behind(subject, analysis);
      return network === undefined || zones < 1 ? [] : [{ subject, remedy, network, added: Math.max(zones - 1, 0) }];
    }
    default:
      return [{ subject, remedy, added: 1 }];
  }
}

/**
 * One subnet for each further zone, of the network in which the resource stands and of the kind that it uses: a private
 * one is not given a public one.
 */
function furtherSubnets(subject: Subject, { units, network }: Analysis): readonly Subject[] {
  const used = units.of(subject).places.places.flatMap(({ subnet }) => (subnet?.subject === undefined ? [] : [subnet]));
  const [first] = used;
  if (first === undefined) return [];
  const kind = routeKind(first);
  const zones = new Set(used.map(({ zone }) => zone.index));
  const further: Subject[] = [];
  for (const subnet of network.declared()) {
    if (subnet.subject === undefined || subnet.zone.unknown !== undefined || zones.has(subnet.zone.index)) continue;
    if (network.networkOf(subnet) !== network.networkOf(first) || routeKind(subnet) !== kind) continue;
    zones.add(subnet.zone.index);
    further.push(subnet.subject);
  }
  return further;

  function routeKind(subnet: Subnet): string {
    return network.defaultRouteOf(subnet).kind;
  }
}

/** The network of a gateway, and the zones of the subnets that are routed through it. */
function behind(gateway: Subject, { network, units }: Analysis): { readonly network?: Subject; readonly zones: number } {
  const [place] = units.of(gateway).places.places;
  const owner = place?.subnet === undefined ? undefined : network.ownerOf(place.subnet);
  const routed = network.declared().filter((subnet) => {
    const route = network.defaultRouteOf(subnet);
    return route.kind === 'via' && route.subject === gateway;
  });
  const zones = new Set(routed.map(({ zone }) => zone.index)).size;
  return { ...(owner === undefined ? {} : { network: owner }), zones };
}
