import { DeclaredDependencies } from './declared-dependencies';
import { DependencyGraph } from './dependency-graph';
import { InferredDependencies } from './inferred-dependencies';
import { NameLookups } from './name-lookups';
import { SecurityGroups } from './security-groups';
import type { Subjects } from './subject';

/** Dependencies between subjects, however they were found: those that facts point at first, then those that show elsewhere. */
export class Dependencies extends DependencyGraph {
  readonly securityGroups: SecurityGroups;

  constructor(subjects: Subjects) {
    super(subjects);
    this.securityGroups = new SecurityGroups(subjects);
    new DeclaredDependencies(this, this.securityGroups).read();
    new NameLookups(this).read();
    new InferredDependencies(this, this.securityGroups).read();
  }
}
