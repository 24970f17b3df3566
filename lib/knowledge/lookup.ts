import { type Resource, Unknown } from '../model';
import type { Facts, FactTable, TypeFacts } from './fact';
import { propertiesRead } from './properties-read';
import { type Find, holds } from './read-properties';

/** What is known of one resource. */
export interface Described {
  readonly facts: Facts;
  /** A property that decides between two facts is not known. */
  readonly uncertain?: Unknown;
}

/** Facts by type, from several tables; later tables override earlier ones. */
export class Knowledge {
  private readonly byType = new Map<string, TypeFacts>();

  /** @param others - tables that are asked for when a type is met that no CloudFormation type looks like */
  constructor(
    tables: readonly FactTable[],
    private others?: () => readonly FactTable[],
  ) {
    this.add(tables);
  }

  private add(tables: readonly FactTable[]): void {
    for (const table of tables) for (const [type, facts] of Object.entries(table)) this.byType.set(type, facts);
  }

  types(): readonly string[] {
    return [...this.byType.keys()];
  }

  /** Facts of a type; a custom resource may carry any name after its prefix. */
  of(type: string): TypeFacts | undefined {
    if (this.others !== undefined && !type.includes('::')) {
      this.add(this.others());
      this.others = undefined;
    }
    return (
      this.byType.get(type) ?? (type.startsWith('Custom::') ? this.byType.get('AWS::CloudFormation::CustomResource') : undefined)
    );
  }

  /** Whether any fact of the type looks at the property; of a type without facts it is not known, and taken so. */
  looksAt(type: string, property: string): boolean {
    const facts = this.of(type);
    return facts === undefined || propertiesRead(facts).has(property);
  }

  /** The facts that hold for a resource: the base of its type with the first case whose condition holds laid over it. */
  describe(resource: Resource, find: Find): Described | undefined {
    const facts = this.of(resource.type);
    if (facts === undefined) return undefined;
    for (const { when, facts: changes, openIsNo } of facts.cases ?? []) {
      const answer = holds(when, resource, find);
      if (answer === true) return { facts: { ...facts, ...changes } };
      if (answer instanceof Unknown && openIsNo !== true) return { facts, uncertain: answer };
    }
    return { facts };
  }
}
