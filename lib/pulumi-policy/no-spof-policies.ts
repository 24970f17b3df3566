import { PolicyPack, type StackValidationArgs, type StackValidationPolicy } from '@pulumi/policy';
import type { Assessment, Finding, Severity, Unproven } from '../diagnostics';
import { judgeResources } from './judge-resources';
import type { NoSpofPolicyProps } from './props';

/** Causes told while nothing depends on them; a value that is not known often leaves many pairs open. */
const MOST_CAUSES = 5;

/** What stands behind each severity: an error stops the update, the others are told. */
const ENFORCEMENT = { error: 'mandatory', warning: 'advisory', info: 'advisory' } as const satisfies Record<Severity, string>;
const URGENCY = { error: 'high', warning: 'medium', info: 'low' } as const satisfies Record<Severity, string>;

const DESCRIPTIONS = {
  error: 'no component and no failure domain of the level takes serving or data away without recovery',
  warning: 'what recovers by itself, egress, latency and load after a loss are taken care of',
  info: 'operators and auxiliary parts have a second way',
} as const satisfies Record<Severity, string>;

const URL = 'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/abstract-and-introduction.html';

/**
 * One policy per severity, `no-spof-error`, `no-spof-warning` and `no-spof-info`, and `no-spof-unproven` for what could
 * not be decided, so that the enforcement level of each can be set as of any other policy. All of them share one
 * judging of a stack.
 */
export function noSpofPolicies(props: NoSpofPolicyProps = {}): StackValidationPolicy[] {
  const judged = onePerStack(props);
  const bySeverity = (['error', 'warning', 'info'] as const).map(
    (severity): StackValidationPolicy => ({
      name: `no-spof-${severity}`,
      description: DESCRIPTIONS[severity],
      enforcementLevel: ENFORCEMENT[severity],
      severity: URGENCY[severity],
      url: URL,
      validateStack: (args, report) => {
        for (const { finding, urn } of openIn(judged(args), args)) {
          if (finding.severity === severity) report(textOf(finding), urn);
        }
      },
    }),
  );
  const unproven: StackValidationPolicy = {
    name: 'no-spof-unproven',
    description: 'everything that decides what survives is known',
    enforcementLevel: 'advisory',
    severity: 'low',
    url: URL,
    validateStack: (args, report) => {
      for (const text of causesOf(judged(args).unproven)) report(text);
    },
  };
  return [...bySeverity, unproven];
}

/**
 * A pack with these policies. Its program is two lines:
 *
 * ```ts
 * import { noSpofPolicyPack } from 'nospof/pulumi-policy';
 * noSpofPolicyPack({ survive: 'zone' });
 * ```
 */
export function noSpofPolicyPack(props: NoSpofPolicyProps = {}): PolicyPack {
  return new PolicyPack('nospof', { policies: noSpofPolicies(props) });
}

/** What is told of an assessment. */
type Judged = Pick<Assessment, 'findings' | 'unproven' | 'system'>;

/** What is said of a stack without resources: one that is taken down. */
const NOTHING: Judged = { findings: [], unproven: [], system: { inputs: [], survive: 'zone', world: {} } };

/** Each policy gets the resources anew; those of one stack in one state are judged once. */
function onePerStack(props: NoSpofPolicyProps): (args: StackValidationArgs) => Judged {
  let last: { readonly key: string; readonly assessment: Judged } | undefined;
  return ({ resources }) => {
    if (resources.length === 0) return NOTHING;
    const { plain } = require('./plain') as typeof import('./plain');
    const key = JSON.stringify(resources.map(({ urn, props: properties }) => [urn, plain(properties)]));
    if (last?.key !== key) last = { key, assessment: judgeResources(resources, props) };
    return last.assessment;
  };
}

function openIn(assessment: Judged, { resources }: StackValidationArgs) {
  const { openFindings } = require('../assess') as typeof import('../assess');
  const { typeInModel } = require('../readers') as typeof import('../readers');
  const urns = new Map(resources.map(({ urn, name }) => [name, urn]));
  const paths = new Map(resources.map((resource) => [pathOf(resource), resource.urn]));
  // Resources of several types often share a name, and with it their path.
  const exact = new Map(resources.map((resource) => [`${typeInModel(resource.type)} ${pathOf(resource)}`, resource.urn]));
  return openFindings(assessment).map((finding) => {
    const { path, id, type } = finding.resource;
    // A part that stands inside another resource, such as `routes[0]`, is found under its owner.
    const owner = id.replace(/\.[^.]*\[\d+\]$/, '');
    return { finding, urn: exact.get(`${type} ${path ?? id}`) ?? paths.get(path ?? owner) ?? urns.get(owner) };
  });
}

type Held = StackValidationArgs['resources'][number];

/** The names of the components around a resource and its own, as the report has them. */
function pathOf(resource: Held): string {
  const names: string[] = [];
  for (let at: Held | undefined = resource; at !== undefined && at.type !== 'pulumi:pulumi:Stack'; at = at.parent)
    names.unshift(at.name);
  return names.join('/');
}

function textOf({ rule, message, fix, loses, failureDomain }: Finding): string {
  const lost = loses.length === 0 ? '' : `; loses ${loses.slice(0, 10).join(', ')} when ${failureDomain} fails`;
  return `${message}${lost}; fix: ${fix} [${rule}]`;
}

function causesOf(entries: readonly Unproven[]): readonly string[] {
  const causes = [...new Set(entries.map(({ because, tell }) => `not known: ${because}; ${tell}`))];
  const rest = causes.length - MOST_CAUSES;
  return rest > 0 ? [...causes.slice(0, MOST_CAUSES), `and ${rest} more that are not known`] : causes;
}
