import type {
  Assessment,
  Evidence,
  Finding,
  FunctionKind,
  Scope,
  Topology,
  TopologyDependency,
  TopologyDomain,
  TopologyFunction,
  TopologyResource,
  Unproven,
  Witness,
} from '../../diagnostics';

/** What happens to one function when a failure domain fails, and what proves it. */
export type FunctionView = {
  readonly kind: FunctionKind;
  readonly name: string;
  /** Key of the entry. */
  readonly entry: string;
} & (
  | { readonly verdict: 'lost'; readonly proofs: readonly Proof[] }
  | { readonly verdict: 'unproven'; readonly open: readonly Unproven[] }
  | { readonly verdict: 'survives'; readonly witness?: Witness }
);

export interface Proof {
  /** Position in the report of the finding that holds the path; absent where the topology alone shows it. */
  readonly finding?: number;
  readonly evidence: readonly Evidence[];
}

/** One failure domain as the page shows it. */
export interface DomainView {
  readonly label: string;
  readonly scope: Scope;
  readonly functions: readonly FunctionView[];
  /** Keys of resources that stop with it. */
  readonly stops: readonly string[];
  /** Share of units left, 0 to 1, least first. */
  readonly capacity: readonly { readonly key: string; readonly left: number }[];
  /** The resource whose loss it is; undefined for zones and wider. */
  readonly resource?: TopologyResource;
  readonly needs: readonly TopologyDependency[];
  readonly neededBy: readonly TopologyDependency[];
  /** False for a component that the report does not hold as a failure domain of its own. */
  readonly judged: boolean;
}

/**
 * Failure domains in the order in which a page lists them: those that take most away first, zones before components.
 * A finding or an open question about a domain that the topology leaves out adds it.
 */
export function domainLabels({ topology, findings, unproven }: Assessment): readonly string[] {
  const lost = new Map(topology.domains.map((domain) => [domain.label, domain.lost.length * 1000 + domain.unproven.length]));
  for (const { failureDomain } of [...findings, ...unproven]) {
    if (scopeOf(failureDomain) !== undefined && !lost.has(failureDomain)) lost.set(failureDomain, 0);
  }
  const rank = (label: string) => ['provider', 'region', 'zone', 'component'].indexOf(scopeOf(label) ?? 'component');
  const zones = topology.zones.map(({ label }) => `zone ${label}`);
  return [...lost]
    .sort(([a, lostA], [b, lostB]) => rank(a) - rank(b) || zones.indexOf(a) - zones.indexOf(b) || lostB - lostA || compare(a, b))
    .map(([label]) => label);
}

/** The level that a label begins with; undefined for `any zone` and other words. */
export function scopeOf(label: string): Scope | undefined {
  return (['component', 'zone', 'region', 'provider'] as const).find((scope) => label.startsWith(`${scope} `));
}

/** Everything the report says about the loss of one failure domain. */
export function domainView(assessment: Assessment, label: string, key?: string): DomainView {
  const { topology } = assessment;
  const domain = topology.domains.find((candidate) => candidate.label === label);
  const resource = resourceOf(assessment, label, domain, key);
  const keys = new Set(resource === undefined ? [] : [resource.key]);
  return {
    label,
    scope: domain?.scope ?? scopeOf(label) ?? 'component',
    functions: topology.functions.map((offered, index) => functionView(assessment, { ...offered, index, label, domain })),
    stops: domain?.stops ?? [],
    capacity: Object.entries(domain?.capacityLeft ?? {})
      .map(([group, left]) => ({ key: group, left }))
      .sort((a, b) => a.left - b.left || compare(a.key, b.key)),
    ...(resource === undefined ? {} : { resource }),
    needs: topology.dependencies.filter(({ from }) => keys.has(from)),
    neededBy: topology.dependencies.filter(({ to }) => keys.has(to)),
    judged: domain !== undefined || assessment.findings.some(({ failureDomain }) => failureDomain === label),
  };
}

/** Names of resources may repeat between stacks: one that stops with the domain is meant before one that does not. */
function resourceOf(
  { topology }: Assessment,
  label: string,
  domain: TopologyDomain | undefined,
  key: string | undefined,
): TopologyResource | undefined {
  if (scopeOf(label) !== 'component') return undefined;
  const named = topology.resources.filter(({ ref }) => label === `component ${ref.id}`);
  return (
    named.find((resource) => resource.key === key) ?? named.find((resource) => domain?.stops.includes(resource.key)) ?? named[0]
  );
}

interface Question extends TopologyFunction {
  readonly index: number;
  readonly label: string;
  readonly domain: TopologyDomain | undefined;
}

function functionView(assessment: Assessment, question: Question): FunctionView {
  const { kind, name, entry, index, label, domain } = question;
  if (domain?.lostFunctions?.includes(index) ?? domain?.lost.includes(name) === true) {
    return { verdict: 'lost', kind, name, entry, proofs: proofsOf(assessment, question) };
  }
  const witness = assessment.witnesses.find(
    (candidate) =>
      candidate.function === kind &&
      candidate.of === name &&
      candidate.failureDomain === label &&
      (candidate.entry ?? entry) === entry,
  );
  if (witness !== undefined) return { verdict: 'survives', kind, name, entry, witness };
  const open = assessment.unproven.filter(
    ({ function: offered, of, failureDomain }) => offered === kind && of === name && concerns(failureDomain, label),
  );
  const isOpen = domain?.unprovenFunctions?.includes(index) ?? domain?.unproven.includes(name) === true;
  if (open.length > 0 || isOpen) return { verdict: 'unproven', kind, name, entry, open };
  return { verdict: 'survives', kind, name, entry };
}

const LOSING: ReadonlySet<Finding['category']> = new Set(['SINGLE_POINT_OF_FAILURE', 'SHARED_FATE']);

/** Findings about this very loss; else those about a resource that stops with the domain; else the way through what stops. */
function proofsOf({ findings, topology }: Assessment, { kind, name, entry, label, domain }: Question): Proof[] {
  // A finding names functions by name alone: one of the same kind is meant first.
  const about = findings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => finding.loses.includes(name) && LOSING.has(finding.category));
  const here = about.filter(({ finding }) => finding.failureDomain === label);
  const stopping = new Set(domain?.stops);
  const ids = new Set(topology.resources.filter(({ key }) => stopping.has(key)).map(({ ref }) => ref.id));
  const near = here.length > 0 ? here : about.filter(({ finding }) => ids.has(finding.resource.id));
  const ofKind = near.filter(({ finding }) => finding.function === kind);
  const proofs = ofKind.length > 0 ? ofKind : near;
  if (proofs.length > 0) return proofs.map(({ finding, index }) => ({ finding: index, evidence: finding.evidence }));
  const way = wayThrough(topology, entry, stopping);
  return way.length === 0 ? [] : [{ evidence: way }];
}

/** From an entry along what it needs, through resources that stop, to one that needs nothing else that stops. */
function wayThrough({ dependencies, resources }: Topology, entry: string, stopping: ReadonlySet<string>): Evidence[] {
  const refs = new Map(resources.map(({ key, ref }) => [key, ref]));
  const way: Evidence[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = entry; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const from: string = at;
    const hop = dependencies.find((need) => need.from === from && stopping.has(need.to) && !seen.has(need.to));
    if (hop === undefined) break;
    const { file, line } = refs.get(from) ?? {};
    way.push({
      from: refs.get(from)?.id ?? from,
      to: refs.get(hop.to)?.id ?? hop.to,
      because: hop.because,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
    });
    at = hop.to;
  }
  return way;
}

/** `any zone` is about every zone, `any component or zone` about both. */
function concerns(failureDomain: string, label: string): boolean {
  if (!failureDomain.startsWith('any ')) return failureDomain === label;
  // What is neither a component, nor a zone or a region, is a provider or one of its services, whatever it is called.
  return failureDomain
    .slice('any '.length)
    .split(' or ')
    .includes(scopeOf(label) ?? 'provider');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many functions a failure domain takes away. */
export function lostWith(assessment: Assessment, label: string): number {
  return domainView(assessment, label).functions.filter(({ verdict }) => verdict === 'lost').length;
}
