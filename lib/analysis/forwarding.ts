import { holds, referencesIn } from '../knowledge';
import type { Subject } from './subject';
import type { FunctionSources } from './system-function';

type Sources = Pick<FunctionSources, 'subjects' | 'dependencies' | 'units' | 'nextHops'>;

/** Whether a default route leads to the machine or to one of its interfaces. */
export function isNextHop({ dependencies, nextHops }: Pick<Sources, 'dependencies' | 'nextHops'>, subject: Subject): boolean {
  return nextHops.has(subject.key) || dependencies.interfacesOf(subject).some((key) => nextHops.has(key));
}

/**
 * Whether the machine, or one of its interfaces, forwards packets of others over routes that the input does not show:
 * those of a network that is declared elsewhere, and those that its own start-up text makes.
 */
export function forwardsUnseen(sources: Sources, machine: Subject): boolean {
  const { subjects, dependencies, units } = sources;
  const faces = dependencies.interfacesOf(machine).map((key) => subjects.get(key));
  const forwards = [machine, ...faces].some(
    (face) => face?.facts.forwardsWhen !== undefined && holds(face.facts.forwardsWhen, face.resource, subjects.find) === true,
  );
  if (!forwards) return false;
  const { places, unknownLists } = units.of(machine).places;
  const declared = places.length > 0 && unknownLists.length === 0 && places.every(({ subnet }) => subnet?.subject !== undefined);
  return !declared || namesRouteTable(sources, machine);
}

function namesRouteTable({ subjects, dependencies }: Sources, machine: Subject): boolean {
  return [machine, ...dependencies.templates(machine)]
    .flatMap((owner) => [
      ...(owner.facts.text ?? []).flatMap((path) => subjects.values(owner, path)),
      ...(owner.resource.bootstrap === undefined ? [] : [owner.resource.bootstrap]),
    ])
    .flatMap(referencesIn)
    .some(({ resource }) => subjects.get(resource)?.facts.role === 'route-table');
}
