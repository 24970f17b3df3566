import { Unknown, type Value } from '../../model';
import { append } from '../../multimap';
import { isObject, property } from '../json';
import { agreement, knownEnd, type NamePattern, patternOf } from './name-pattern';
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
  /** The name with the symbols of its gaps: equal prints are equal names. */
  readonly print: string;
}

/** Exports by the end of their name, so that an import looks at few of them. */
interface Exports {
  readonly byEnd: ReadonlyMap<string, readonly Export[]>;
  /** Those whose end is not known. */
  readonly openEnded: readonly Export[];
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
  const byEnd = new Map<string, Export[]>();
  const openEnded: Export[] = [];
  const all: Export[] = [];
  for (const scope of stacks) {
    for (const output of Object.keys(scope.outputs)) {
      const value = exportName(output, scope);
      if (value === undefined) continue;
      const name = patternOf(partsOf(value, scope.system));
      const each = { scope, output, name, print: render(value) };
      const end = knownEnd(name);
      all.push(each);
      if (end === undefined) openEnded.push(each);
      else append(byEnd, end, each);
    }
  }
  return { byEnd, openEnded, all };
}

function exportName(output: string, scope: StackScope): Value | undefined {
  const definition = property(scope.outputs, output);
  const named = isObject(definition) ? property(definition, 'Export') : undefined;
  const node = isObject(named) ? property(named, 'Name') : undefined;
  return node === undefined || !outputExists(output, scope) ? undefined : scope.evaluate(node);
}

function find(name: Value, importer: StackScope, exports: Exports): Export | Unknown {
  const parts = partsOf(name, importer.system);
  const pattern = patternOf(parts);
  const end = knownEnd(pattern);
  const candidates = (end === undefined ? exports.all : [...(exports.byEnd.get(end) ?? []), ...exports.openEnded])
    .filter((each) => each.scope !== importer && mayShare(each.scope.stack.region, importer.stack.region))
    .map((each) => ({
      ...each,
      score: each.print === render(name) ? Number.POSITIVE_INFINITY : (agreement(pattern, each.name) ?? 0),
    }))
    .filter(({ score }) => score >= fewestAgreeing);
  const highest = candidates.reduce((best, { score }) => Math.max(best, score), 0);
  const [only, another] = candidates.filter(({ score }) => score === highest);
  if (only !== undefined && another === undefined) return only;
  const shown = printParts(parts, shortName);
  if (only === undefined) {
    const tell = `give the template that exports "${shown}" too`;
    return new Unknown(`import ${shown}`, `no stack among the inputs exports "${shown}"`, tell);
  }
  const count = candidates.filter(({ score }) => score === highest).length;
  return new Unknown(
    `import ${shown}`,
    `${count} exports fit the name "${shown}"`,
    'give the parameters that the name is made of',
  );
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
