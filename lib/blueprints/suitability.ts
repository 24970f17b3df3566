import { ALGORITHMS, type Algorithm } from './algorithm';
import { type Checker, factsOf, titlesWhere } from './checkers';
import type { HealthCheck } from './health-check';
import { type Fault, faultOfCount } from './refusal';

/**
 * Everything wrong with a health check, for the one that is to run it. A kind it cannot do is a fault that names who
 * can; nothing is replaced by a weaker check.
 */
export function faultsOfHealthCheck(check: HealthCheck, checker: Checker): readonly (Fault | undefined)[] {
  const facts = factsOf(checker);
  const unable = facts.kinds.includes(check.kind)
    ? undefined
    : {
        found: `healthCheck.kind is ${check.kind}`,
        bound: `${facts.title} can check ${facts.kinds.join(' and ')}`,
        wayOut: `use ${facts.kinds.join(' or ')} here, or put ${titlesWhere(({ kinds }) => kinds.includes(check.kind))} in front`,
      };
  return [unable, ...faultsOfQuestion(check)];
}

function faultsOfQuestion(check: HealthCheck): readonly (Fault | undefined)[] {
  if (check.kind === 'icmp') return [];
  const port =
    check.port === undefined
      ? undefined
      : faultOfCount('healthCheck.port', check.port, 1, 65_535, 'a port', 'leave it out to ask the port of the member');
  if (check.kind === 'tcp') return [port];
  const path = check.path.startsWith('/')
    ? undefined
    : { found: `healthCheck.path is "${check.path}"`, bound: 'a path starts with /', wayOut: `use "/${check.path}"` };
  if (check.kind === 'http') return [port, path, faultOfStatuses(check.statuses ?? '200')];
  const text =
    check.contains.length > 0 && check.contains.length <= 255
      ? undefined
      : {
          found: `healthCheck.contains has ${check.contains.length} characters`,
          bound: 'a text of 1 to 255 characters can be looked for',
          wayOut: 'look for a short text that only a working page holds',
        };
  return [port, path, text];
}

function faultOfStatuses(statuses: string): Fault | undefined {
  const ranges = statuses.split(',').map((part) => /^(\d{3})(?:-(\d{3}))?$/.exec(part.trim()));
  const readable = ranges.every((range) => range !== null);
  const highest = Math.max(...ranges.map((range) => Number(range?.[2] ?? range?.[1] ?? 0)));
  const lowest = Math.min(...ranges.map((range) => Number(range?.[1] ?? 0)));
  if (readable && lowest >= 200 && highest <= 399) return undefined;
  return {
    found: `healthCheck.statuses is "${statuses}"`,
    bound: 'statuses from 200 to 399 are expected, because a check that takes an error for healthy cannot see the fault',
    wayOut: 'use "200", or give the service a page that answers 200 when it works',
  };
}

/** The fault of asking a balancer for an algorithm it has not; names its own and who has the one asked for. */
export function faultsOfAlgorithm(algorithm: Algorithm, checker: Checker): readonly (Fault | undefined)[] {
  const facts = factsOf(checker);
  if (facts.algorithms.includes(algorithm)) return [];
  const known = (ALGORITHMS as readonly string[]).includes(algorithm);
  return [
    {
      found: `algorithm is ${algorithm}`,
      bound: known ? `${facts.title} has ${facts.algorithms.join(', ')}` : `the algorithms are ${ALGORITHMS.join(', ')}`,
      wayOut: known
        ? `use ${facts.algorithms.join(' or ')} here, or ${titlesWhere(({ algorithms }) => algorithms.includes(algorithm))}`
        : `use ${facts.algorithms[0]}`,
    },
  ];
}
