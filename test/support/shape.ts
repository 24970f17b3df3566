import type { Assessment } from '../../lib/diagnostics';
import { isMap, type System, type Value, ZoneSymbol } from '../../lib/model';

/** What is left of an architecture when names are taken away: sorted lists that compare as texts. */
export interface Shape {
  /** `10.0.0.0/20 in zone 0`. */
  readonly subnets: readonly string[];
  /** Type, units in the model, the bounds that the provider is given, and the units that must be left of them. */
  readonly floors: readonly string[];
  /** Kind and both ends; an end is told by its type, its zones and what it is connected with, four steps away. */
  readonly dependencies: readonly string[];
  /** Function, failure domain, verdict. */
  readonly verdicts: readonly string[];
  /** Findings, and what could not be decided. */
  readonly open: readonly string[];
}

/** Identities and what configures others: both renderers need them, each in a number of its own. */
const COUNTED = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::ECS::Service',
  'AWS::ApplicationAutoScaling::ScalableTarget',
]);

export function shapeOf(system: System, assessment: Assessment): Shape {
  const { topology } = assessment;
  const resources = [...system.resources.values()];
  const labels = labelsOf(assessment);
  const kindOf = new Map(topology.resources.map(({ key, ref }) => [key, ref.type]));
  const bounds = resources
    .filter(({ type }) => COUNTED.has(type))
    .map(({ type, requiredCapacity, properties: { MinSize, MaxSize, MinCapacity, MaxCapacity } }) =>
      [type, numeral(MinSize ?? MinCapacity), numeral(MaxSize ?? MaxCapacity), `required ${requiredCapacity}`].join(' '),
    );
  const domainOf = (label: string) => {
    const key = topology.resources.find(({ ref }) => label === `component ${ref.id}`)?.key;
    return key === undefined ? label.replace(/^zone .*#/, 'zone #') : `component ${kindOf.get(key) ?? ''}`;
  };
  const verdicts = topology.domains.flatMap(({ label, lost, unproven }) =>
    topology.functions.map(
      ({ kind, name, entry }) =>
        `${kind} of ${kindOf.get(entry) ?? ''} without ${domainOf(label)}: ${lost.includes(name) ? 'lost' : unproven.includes(name) ? 'unproven' : 'survives'}`,
    ),
  );
  return {
    subnets: resources
      .filter(({ type }) => type === 'AWS::EC2::Subnet')
      .map(({ properties: { CidrBlock, AvailabilityZone } }) => `${String(CidrBlock)} in ${zoneOf(AvailabilityZone)}`)
      .sort(),
    floors: [
      ...bounds,
      ...topology.resources.flatMap(({ ref, units, zones }) =>
        units === undefined ? [] : [`${ref.type}: ${units} in ${zones.map(zoneNumber).sort().join(',')}`],
      ),
    ].sort(),
    dependencies: topology.dependencies.map(({ from, to, kind }) => `${kind}: ${labels.get(from)} -> ${labels.get(to)}`).sort(),
    verdicts: [...topology.functions.map(({ kind, entry }) => `${kind} of ${kindOf.get(entry) ?? ''}`), ...verdicts].sort(),
    open: [
      ...assessment.findings.map(({ rule, resource }) => `${rule} ${resource.type}`),
      ...assessment.unproven.map(({ because }) => because),
    ].sort(),
  };
}

/** Type and zones, refined by the labels around, so that two things of one type with other neighbours differ. */
function labelsOf({ topology }: Assessment): ReadonlyMap<string, string> {
  let labels = new Map(
    topology.resources.map(({ key, ref, zones }) => [key, `${ref.type}[${zones.map(zoneNumber).sort().join(',')}]`]),
  );
  const plain = labels;
  for (let step = 0; step < 4; step += 1) {
    const around = new Map<string, string[]>();
    for (const { from, to, kind } of topology.dependencies) {
      around.set(from, [...(around.get(from) ?? []), `${kind}>${labels.get(to)}`]);
      around.set(to, [...(around.get(to) ?? []), `${kind}<${labels.get(from)}`]);
    }
    labels = new Map([...labels].map(([key]) => [key, `${plain.get(key)}${digest((around.get(key) ?? []).sort().join('|'))}`]));
  }
  return labels;
}

/** A short text for a long one. */
function digest(text: string): string {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 4_294_967_291;
  return `#${hash.toString(36)}`;
}

function zoneNumber(label: string): string {
  return label.slice(label.lastIndexOf('#') + 1);
}

function zoneOf(value: Value | undefined): string {
  return value instanceof ZoneSymbol ? `zone ${value.index}` : isMap(value) ? 'no zone' : String(value);
}

function numeral(value: Value | undefined): string {
  return value === undefined ? 'as many as needed' : String(Number(value));
}
