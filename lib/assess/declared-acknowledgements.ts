import { didYouMean, type Finding, type Problem } from '../diagnostics';
import type { DeclaredAcknowledgement, Resource, System } from '../model';
import { RULES } from '../rules';
import { nameOf } from './finding-name';

/** Where the input accepts findings, and whether it is of use. */
interface Declaration {
  readonly entry: DeclaredAcknowledgement;
  readonly resource: Resource;
  used: boolean;
}

/** What only `NoSpof` in a synthesis reports, and may be acknowledged there. */
const OF_THE_PLUGIN: readonly string[] = ['unproven', 'stopped'];

/** What the input accepts in vain: of a rule that does not exist, or where nothing is found. In the order of the input. */
export function unusedDeclarations(system: System, findings: readonly Finding[]): readonly Problem[] {
  const found = new Set(findings.map(nameOf));
  const declarations = new Map<string, Declaration>();
  for (const resource of system.resources.values()) {
    for (const entry of resource.acknowledged ?? []) {
      // What was said of a construct is of use when it is for any resource of it.
      const key = entry.of === undefined ? `${resource.key}\u0000${entry.rule}` : `\u0000${entry.of}\u0000${entry.rule}`;
      const declaration = declarations.get(key) ?? { entry, resource, used: false };
      declaration.used ||= found.has(nameOf({ rule: entry.rule, resource: { id: resource.id, stack: resource.stack.name } }));
      declarations.set(key, declaration);
    }
  }
  const rules = RULES.map(({ id }) => id);
  return [...declarations.values()].flatMap(({ entry, resource, used }): readonly Problem[] => {
    if (used || OF_THE_PLUGIN.includes(entry.rule)) return [];
    const at = system.locate(resource.source);
    return [{ ...complaint(entry, resource, rules), fatal: false, ...(at && { at }) }];
  });
}

function complaint({ rule, of }: DeclaredAcknowledgement, resource: Resource, rules: readonly string[]) {
  if (!rules.includes(rule)) {
    return {
      code: 'unknown-rule',
      message: `unknown rule "${rule}" in an acknowledgement of "${of ?? resource.id}"${didYouMean(rule, rules)}`,
      hint: '"nospof explain" lists the rules',
    };
  }
  return {
    code: 'unused-acknowledgement',
    message: `the acknowledgement of "${rule}" at "${of ?? resource.id}" matches no finding`,
    hint: 'remove it, or move it to where the finding is',
  };
}
