import type { DependencyKind, Facts, FactTable, TypeFacts } from '../fact';
import type { Path } from '../path';

/** One way in which a resource says what it depends on. */
export interface Edge {
  readonly type: string;
  /** Where it names the other. */
  readonly path: Path;
  /** Where it names that which depends, when that is not the resource itself. */
  readonly from?: Path;
  /** `member`: it is part of what it names. */
  readonly kind: DependencyKind | 'member';
  /** Of several that are named: all, any, or as many as a property says. */
  readonly gate: string;
  readonly because: string;
  /** Where it is documented, when not where the type is. */
  readonly source?: string;
}

type EdgePart = Omit<Edge, 'type'>;

/** Every dependency that the facts of types point at, in the order of the types. */
export function edgesOf(tables: readonly FactTable[]): Edge[] {
  const rows = tables.flatMap((table) => Object.entries(table)).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const edges: Edge[] = rows.flatMap(([type, facts]) =>
    layersOf(facts).flatMap((layer) => edgesIn(layer).map((edge) => ({ type, ...edge }))),
  );
  const legs: Edge[] = rows
    .flatMap(([, facts]) => layersOf(facts))
    .flatMap(({ noun, legs: leg }) =>
      leg === undefined
        ? []
        : [
            {
              type: leg.type,
              path: leg.owner,
              kind: 'hard',
              gate: 'all, per zone',
              because: `each client of the ${noun} needs one in its own zone`,
            },
          ],
    );
  const found = new Map<string, Edge>();
  for (const edge of [...edges, ...legs]) {
    const key = JSON.stringify([edge.type, edge.from, edge.path, edge.kind, edge.because]);
    const before = found.get(key)?.gate ?? edge.gate;
    // A condition repeats what holds without it, or needs more or fewer of the same.
    found.set(key, { ...edge, gate: before.split(' or ').includes(edge.gate) ? before : `${before} or ${edge.gate}` });
  }
  return [...found.values()].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
}

/** What holds of a type, and what holds of it under each condition. */
function layersOf(facts: TypeFacts): readonly Facts[] {
  return [facts, ...(facts.cases ?? []).map((each) => ({ ...facts, ...each.facts }))];
}

function edgesIn(layer: Facts): EdgePart[] {
  return [...declared(layer), ...wholes(layer), ...places(layer), ...elsewhere(layer)];
}

const each = (paths: readonly Path[] | undefined, edge: Omit<EdgePart, 'path'>): EdgePart[] =>
  (paths ?? []).map((path) => ({ path, ...edge }));

/** Needs, links and choices: they say themselves what they are for. */
function declared({ needs = [], links = [], choice, alternatives, templates, ...copies }: Facts): EdgePart[] {
  return [
    ...needs.map(({ path, kind, because, atLeast, source }) => ({
      ...{ path, kind, because, gate: atLeast === undefined ? 'all' : `\`${atLeast}\` of n` },
      ...(source === undefined ? {} : { source }),
    })),
    ...links.flatMap(({ from, to, kind, because, source }) =>
      each(to, { from, kind, gate: 'all', because, ...(source === undefined ? {} : { source }) }),
    ),
    ...(choice === undefined
      ? []
      : [
          ...each(choice.used, { kind: 'hard', gate: 'all', because: choice.because }),
          { path: choice.groups, kind: 'hard' as const, gate: 'any of a group', because: choice.because },
        ]),
    ...each(alternatives?.each, { kind: 'hard', gate: 'any', because: alternatives?.because ?? '' }),
    ...each(templates, { kind: 'launch', gate: 'all', because: 'its units are launched from it' }),
    ...each([...(copies.standbys ?? []), ...(copies.copiesShare === undefined ? [] : [copies.copiesShare])], {
      kind: 'soft',
      gate: 'any',
      because: 'it stands in when the region is lost',
    }),
  ];
}

/** Parts and wholes, whichever of the two names the other. */
function wholes({ joins, members, memberOf, hosts, facedBy, leastMembers }: Facts): EdgePart[] {
  const gate = leastMembers === undefined ? 'any' : `\`${leastMembers}\` of n`;
  return [
    ...each(joins, { kind: 'member', gate: 'any', because: 'it joins it' }),
    ...each(members, { kind: 'hard', gate, because: 'it holds it' }),
    ...each(memberOf === undefined ? [] : [memberOf], { kind: 'member', gate: 'any', because: 'it is one of its instances' }),
    ...each(hosts?.hosts, { from: hosts?.cluster ?? '', kind: 'hard', gate: 'any', because: 'its hosts carry the units' }),
    ...each(facedBy, { kind: 'member', gate: 'all', because: 'it leads to it' }),
  ];
}

/** Zones, subnets and networks: where units stand, and the ways out of there. */
function places(layer: Facts): EdgePart[] {
  const { placement, route, associates, network, securityGroups } = layer;
  const gate = gateOf(layer);
  return [
    ...each(placement?.zones, { kind: 'hard', gate, because: 'its units stand in this zone' }),
    ...each(placement?.subnets, {
      kind: 'hard',
      gate,
      because: 'its units stand in the zone of this subnet, and go out by its routes',
    }),
    ...each(placement?.hosts === undefined ? [] : [placement.hosts], {
      kind: 'hard',
      gate: 'any',
      because: 'its hosts carry the units',
    }),
    ...each(route?.via, {
      from: route?.table ?? '',
      kind: 'hard',
      gate: 'all',
      because: 'packets of these addresses leave through it',
    }),
    ...(associates === undefined
      ? []
      : [
          {
            path: associates.table,
            from: associates.subnet,
            kind: 'hard' as const,
            gate: 'all',
            because: 'its routes are those of the table',
          },
        ]),
    ...each(network === undefined ? [] : [network], {
      kind: 'hard',
      gate: 'all',
      because: 'its main table routes where no other does',
    }),
    ...each(securityGroups, { kind: 'hard', gate: 'all', because: 'who lets it in is what it calls' }),
  ];
}

/** How many of its places it needs. */
function gateOf({ units, locality }: Pick<Facts, 'units' | 'locality'>): string {
  const { count = 'many', needed } = units ?? {};
  if (count === 'per-subnet' || (count === 'many' && locality !== 'zone')) return 'any';
  return count === 'many' || count === 1 || needed === 'all' ? 'all' : 'k of n';
}

/** What text, permissions, doors, DNS and plans name. */
function elsewhere(layer: Facts): EdgePart[] {
  const { text, carries, runsAs, holdsPolicies, permits, ingress, scales, backsUp, delegates, asks, dns, privateName } = layer;
  const hard = (paths: readonly Path[] | undefined, because: string, gate = 'all') =>
    each(paths, { kind: 'hard', gate, because });
  return [
    ...hard(text, 'its text names what it calls'),
    ...hard(carries, 'who reads it means what it holds'),
    ...hard(runsAs, 'what this role may call is what it calls'),
    ...hard(holdsPolicies, 'it permits calls'),
    ...hard(permits?.documents, 'what it permits is what the role calls'),
    ...hard(
      ingress?.sourceGroups.map((group) => (ingress.rules === '' ? group : `${ingress.rules}.${group}`)),
      'what is let in there calls what stands behind it',
    ),
    ...hard(privateName === undefined ? [] : [privateName], 'all callers of the network are sent to it', 'any'),
    ...hard(delegates?.servers, 'whoever asks goes on to any of these servers', 'any'),
    ...hard(asks, 'questions are sent there', 'any'),
    ...hard(dns?.targets, 'the record leads to it', 'any of a set whose health is looked at'),
    ...hard(dns === undefined ? [] : [dns.healthCheck], 'only what it sees is left for another record', 'all, of a failover'),
    ...each(dns?.zone, { kind: 'control', gate: 'all', because: 'the record is changed there; it is answered everywhere' }),
    ...each(scales === undefined ? [] : [scales.target], {
      kind: 'control',
      gate: 'all',
      because: 'it changes how many units that has',
    }),
    ...each(backsUp?.resources, { kind: 'control', gate: 'all', because: 'it is restored from the copies that this makes' }),
  ];
}
