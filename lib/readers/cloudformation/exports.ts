import { Unknown, type Value } from '../../model';
import { isObject, property } from '../json';
import { agreement, hasGap, type NamePattern, patternOf } from './name-pattern';
import { outputExists, outputValue } from './outputs';
import { printParts, render } from './render';
import type { StackScope, SystemScope } from './scope';
import { partsOf, scalarText } from './text';

/** Characters that have to agree before names with gaps are taken for the same. */
const fewestAgreeing = 2;

interface Export {
  readonly scope: StackScope;
  readonly output: string;
  readonly name: NamePattern;
}

interface Exports {
  readonly plain: ReadonlyMap<string, readonly Export[]>;
  readonly open: readonly Export[];
  readonly all: readonly Export[];
}

type CrossStack = Pick<SystemScope, 'importValue' | 'stackOutput'>;

/** Finds what stacks take from each other, among the given ones. Names are collected at the first import. */
export function crossStack(stacks: readonly StackScope[], consumed: Set<string>): CrossStack {
  let exports: Exports | undefined;
  const found = new Map<string, Export | Unknown>();
  return {
    importValue: (name, importer) => {
      exports ??= collect(stacks);
      const key = `${importer.stack.name} ${render(name)}`;
      const match = found.get(key) ?? find(name, importer, exports);
      found.set(key, match);
      return match instanceof Unknown ? match : take(match.scope, match.output, consumed);
    },
    stackOutput: (stack, output, reader) => {
      const [stackName, outputName] = [scalarText(stack), scalarText(output)];
      const owners = stacks.filter(
        (scope) => scope.parent === undefined && scope !== reader && (scope.deployedName ?? scope.stack.name) === stackName,
      );
      const [owner, another] = owners;
      if (owner !== undefined && another === undefined && outputName !== undefined && outputExists(outputName, owner)) {
        return take(owner, outputName, consumed);
      }
      const because = `stack "${render(stack)}" is not among the inputs, or has no output "${render(output)}"`;
      return new Unknown(`output ${render(stack)}.${render(output)}`, because, 'give the template of that stack too');
    },
  };
}

function take(scope: StackScope, output: string, consumed: Set<string>): Value {
  consumed.add(`${scope.stack.name}.${output}`);
  return outputValue(output, scope) ?? null;
}

function collect(stacks: readonly StackScope[]): Exports {
  const plain = new Map<string, Export[]>();
  const all: Export[] = [];
  for (const scope of stacks) {
    for (const output of Object.keys(scope.outputs)) {
      const name = exportName(output, scope);
      if (name === undefined) continue;
      const each = { scope, output, name };
      all.push(each);
      if (!hasGap(name)) plain.set(name, [...(plain.get(name) ?? []), each]);
    }
  }
  return { plain, open: all.filter(({ name }) => hasGap(name)), all };
}

function exportName(output: string, scope: StackScope): NamePattern | undefined {
  const definition = property(scope.outputs, output);
  const named = isObject(definition) ? property(definition, 'Export') : undefined;
  const node = isObject(named) ? property(named, 'Name') : undefined;
  if (node === undefined || !outputExists(output, scope)) return undefined;
  return patternOf(partsOf(scope.evaluate(node), scope.system));
}

function find(name: Value, importer: StackScope, exports: Exports): Export | Unknown {
  const parts = partsOf(name, importer.system);
  const pattern = patternOf(parts);
  const others = hasGap(pattern) ? exports.all : [...(exports.plain.get(pattern) ?? []), ...exports.open];
  const candidates = others
    .filter((each) => each.scope !== importer && mayShare(each.scope.stack.region, importer.stack.region))
    .map((each) => ({ ...each, score: agreement(pattern, each.name) ?? 0 }))
    .filter(({ score }) => score >= fewestAgreeing);
  const highest = Math.max(...candidates.map(({ score }) => score));
  const winners = candidates.filter(({ score }) => score === highest);
  const [only, another] = winners;
  if (only !== undefined && another === undefined) return only;
  const symbol = `import ${printParts(parts, shortName)}`;
  const shown = printParts(parts, shortName);
  if (only === undefined)
    return new Unknown(symbol, `no stack among the inputs exports "${shown}"`, `give the template that exports "${shown}" too`);
  return new Unknown(symbol, `${winners.length} exports fit the name "${shown}"`, 'give the parameters that the name is made of');
}

/** Exports are seen within their region only; an open region may be any. */
function mayShare(a: string, b: string): boolean {
  return a === b || a.startsWith('region of ') || b.startsWith('region of ');
}

/** Parameters by their bare name, so that two stacks that import one name have one symbol. */
function shortName(part: Value): string {
  const symbol = render(part);
  return symbol.startsWith('parameter ') ? symbol.slice(symbol.lastIndexOf('/') + 1) : symbol;
}
