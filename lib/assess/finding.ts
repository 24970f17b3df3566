import type { Subject } from '../analysis';
import type { Evidence, Finding, ResourceRef } from '../diagnostics';
import type { DeclaredAcknowledgement, System } from '../model';
import { inOwnNames } from '../readers';
import type { Draft } from '../rules';

/** Looks up where a draft's resources stand. */
export function toFinding(draft: Draft, system: System): Finding {
  const { rule, subject } = draft;
  const acknowledged = subject.resource.acknowledged?.find((entry) => entry.rule === rule.id);
  return {
    rule: rule.id,
    category: rule.category,
    severity: draft.severity,
    function: draft.function,
    loses: draft.loses,
    scope: draft.scope,
    ...(draft.effect === undefined ? {} : { effect: draft.effect }),
    recovery: draft.recovery,
    ...(draft.recoverySeconds === undefined ? {} : { recoverySeconds: draft.recoverySeconds }),
    resource: resourceRef(subject, system),
    failureDomain: draft.failureDomain,
    message: draft.message,
    fix: inOwnNames(draft.fix, subject.resource.nativeType),
    evidence: draft.evidence.map(({ seenIn, ...hop }): Evidence => {
      const at = system.locate(seenIn.resource.source);
      return { ...hop, file: seenIn.resource.source.file, ...(at === undefined ? {} : { line: at.line }) };
    }),
    ...(draft.source === undefined ? {} : { source: draft.source }),
    world: {},
    ...(acknowledged === undefined ? {} : { acknowledged: acceptance(acknowledged) }),
  };
}

function acceptance({ reason, until, owner }: DeclaredAcknowledgement): NonNullable<Finding['acknowledged']> {
  return { reason, ...(until === undefined ? {} : { until }), ...(owner === undefined ? {} : { by: owner }) };
}

/** A resource as reports name it. */
export function resourceRef({ resource }: Subject, system: System): ResourceRef {
  const at = system.locate(resource.source);
  return {
    id: resource.id,
    type: resource.type,
    ...(resource.nativeType === undefined ? {} : { nativeType: resource.nativeType }),
    file: resource.source.file,
    ...(at === undefined ? {} : { line: at.line, column: at.column }),
    ...(resource.path === undefined ? {} : { path: resource.path }),
    stack: resource.stack.name,
  };
}
