import { type DependencyKind, usedBy, withoutTail } from '../knowledge';
import { isList, isMap, Text, type Value } from '../model';
import { append } from '../multimap';
import type { DependencyGraph } from './dependency-graph';
import type { Subject } from './subject';

/** One call that a policy permits on something that it names. */
export interface Permission {
  /** `dynamodb:PutItem`, as it is written. */
  readonly action: string;
  readonly kind: DependencyKind;
  /** What is named: references, texts with references, ARNs. */
  readonly resources: readonly Value[];
  /** The policy that says so. */
  readonly by: Subject;
}

/**
 * Calls of the data plane that policies permit, by the role that may make them. Only what names its calls and its things
 * counts: a permission for every call, or on everything, tells nothing about use.
 */
export class Permissions {
  private readonly byRole = new Map<string, Permission[]>();

  /**
   * @param kindOf - which calls count, and as what
   * @param onAnything - whether a permission on everything counts too
   */
  constructor(
    private readonly graph: DependencyGraph,
    private readonly kindOf: (action: string) => DependencyKind | undefined = usedBy,
    private readonly onAnything = false,
  ) {
    for (const subject of graph.subjects) {
      const { permits, holdsPolicies } = subject.facts;
      if (permits === undefined || subject.uncertain !== undefined) continue;
      const permitted = this.permissionsIn(subject, permits.documents);
      const holders = permits.to === undefined ? [subject] : permits.to.flatMap((path) => graph.named(subject, path));
      for (const holder of holders) this.grant(holder, permitted);
      for (const policy of (holdsPolicies ?? []).flatMap((path) => graph.named(subject, path)))
        this.grant(subject, this.permissionsIn(policy, policy.facts.permits?.documents ?? []));
    }
  }

  /** What a subject, or the templates that it is launched from, may call. */
  of(subject: Subject): readonly Permission[] {
    const owners = [subject, ...this.graph.templates(subject)];
    const roles = owners.flatMap((owner) => (owner.facts.runsAs ?? []).flatMap((path) => this.graph.named(owner, path)));
    return [...new Set(roles)].flatMap((role) => this.byRole.get(role.key) ?? []);
  }

  private grant(role: Subject, permissions: readonly Permission[]): void {
    append(this.byRole, role.key, ...permissions);
  }

  private permissionsIn(policy: Subject, documents: readonly string[]): Permission[] {
    return documents
      .flatMap((path) => this.graph.subjects.values(policy, path))
      .flatMap((document) => (isMap(document) ? asList(document.Statement) : []))
      .flatMap((statement): Permission[] => {
        if (!isMap(statement) || statement.Effect !== 'Allow') return [];
        const resources = asList(statement.Resource).flatMap(named);
        if (resources.length === 0 && !this.onAnything) return [];
        return asList(statement.Action).flatMap((action): Permission[] => {
          const kind = typeof action === 'string' ? this.kindOf(action) : undefined;
          return kind === undefined ? [] : [{ action: String(action), kind, resources, by: policy }];
        });
      });
  }
}

/** A name without what permissions add to it; nothing where it means more than one thing. */
function named(value: Value): readonly Value[] {
  if (value instanceof Text) {
    const parts = value.parts.map((part) => (typeof part === 'string' ? withoutTail(part) : part));
    const [last] = parts.slice(-1);
    return [typeof last === 'string' && last !== '' ? new Text(parts) : new Text(parts.filter((part) => part !== ''))];
  }
  if (typeof value !== 'string') return [value];
  const name = withoutTail(value);
  return name === '' || name.includes('*') ? [] : [name];
}

function asList(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}
