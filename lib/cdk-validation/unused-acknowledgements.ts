import type { IPolicyValidationContext, PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Assessment, didYouMean } from '../diagnostics';
import { STOPPED, UNPROVEN } from './violations';

/** Metadata in which the CDK keeps acknowledgements: a map of id to reason. */
const ACKNOWLEDGED = 'aws:cdk:acknowledged-rules';
const PREFIX = 'NoSpof::';

/** Acknowledgements that accept nothing: of a rule that does not exist, or at a place where nothing is found. */
export function unusedAcknowledgements(
  { appConstruct, stackTemplates = [] }: IPolicyValidationContext,
  { findings, unproven, problems }: Assessment,
): readonly PolicyViolation[] {
  const { RULES } = require('../assess') as typeof import('../assess');
  const rules = [...RULES.map(({ id }) => id), UNPROVEN, STOPPED];
  const said = new Set(problems.map(({ code }) => code));
  const stacks = stackTemplates.map(({ stackConstructPath }) => stackConstructPath);
  return acknowledged(appConstruct).flatMap(({ rule, path }) => {
    if (rule === STOPPED || said.has(rule)) return [];
    if (!rules.includes(rule)) return [hint('unknown-rule', `unknown rule "${PREFIX}${rule}"${didYouMean(rule, rules)}`, path)];
    // Above the stacks it may be meant for others, which another call judges.
    if (!stacks.some((stack) => isWithin(path, stack))) return [];
    const places = rule === UNPROVEN ? unproven.map(({ resource }) => resource?.path) : placesOf(rule, findings);
    const isUsed = places.some((place) => place === undefined || isWithin(place, path.replace(/(\/(Resource|Default))+$/, '')));
    return isUsed
      ? []
      : [hint('unused-acknowledgement', `the acknowledgement of "${PREFIX}${rule}" matches no finding here`, path)];
  });
}

function placesOf(rule: string, findings: Assessment['findings']): readonly (string | undefined)[] {
  return findings.flatMap((finding) => (finding.rule === rule ? [finding.resource.path] : []));
}

function acknowledged(app: IConstruct | undefined): readonly { readonly rule: string; readonly path: string }[] {
  return (app?.node.findAll() ?? []).flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === ACKNOWLEDGED)
      .flatMap(({ data }) => Object.keys(data ?? {}))
      .filter((id) => id.startsWith(PREFIX))
      .map((id) => ({ rule: id.slice(PREFIX.length), path: node.path })),
  );
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function hint(ruleName: string, description: string, constructPath: string): PolicyViolation {
  const fix =
    ruleName === 'unknown-rule' ? '"npx nospof explain" lists the rules' : 'remove it, or move it to where the finding is';
  return { ruleName, description, fix, severity: 'warning', violatingResources: [{ constructPath, locations: [] }] };
}
