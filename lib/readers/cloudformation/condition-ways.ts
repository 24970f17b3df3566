import { isJsonList, isObject, type Json, type JsonObject, objectAt, property } from '../json';
import { isAllowed, listedValues, otherValue } from './allowed-values';
import type { Template } from './template';

/** Values of parameters that, laid over the defaults, make something so. */
export type Way = Readonly<Record<string, string>>;

/** Most ways that are kept of one question. */
const MOST = 24;

/** Ways to make named conditions true or false, each as small as its expression allows. */
export class ConditionWays {
  private readonly known = new Map<string, readonly Way[]>();
  private readonly busy = new Set<string>();

  constructor(private readonly template: Template) {}

  /** Ways to make a condition as wanted; none where nothing that is understood does. */
  of(name: string, wanted: boolean): readonly Way[] {
    const key = `${name} ${wanted}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const expression = property(this.template.conditions, name);
    if (expression === undefined || this.busy.has(key)) return [];
    this.busy.add(key);
    const ways = this.ways(expression, wanted);
    this.busy.delete(key);
    this.known.set(key, ways);
    return ways;
  }

  /** Ways to make several conditions as wanted at once. */
  ofAll(wanted: ReadonlyMap<string, boolean>): readonly Way[] {
    return together([...wanted].map(([name, truth]) => this.of(name, truth)));
  }

  private ways(node: Json, wanted: boolean): readonly Way[] {
    if (!isObject(node)) return String(node) === String(wanted) ? [{}] : [];
    const named = property(node, 'Condition');
    if (typeof named === 'string') return this.of(named, wanted);
    const [name = '', argument = null] = Object.entries(node)[0] ?? [];
    const operands = isJsonList(argument) ? argument : [argument];
    switch (name) {
      case 'Fn::Not':
        return this.ways(operands[0] ?? null, !wanted);
      case 'Fn::And':
      case 'Fn::Or': {
        const each = operands.map((operand) => this.ways(operand, wanted));
        return (name === 'Fn::And') === wanted ? together(each) : either(each);
      }
      case 'Fn::Equals':
        return this.equal(operands[0] ?? null, operands[1] ?? null, wanted);
      default:
        return [];
    }
  }

  private equal(left: Json, right: Json, wanted: boolean): readonly Way[] {
    const [a, b] = [this.parameterIn(left), this.parameterIn(right)];
    if (a !== undefined && b !== undefined) return this.equalParameters(a, b, wanted);
    const parameter = a ?? b;
    const literal = a === undefined ? left : right;
    if (parameter === undefined || isObject(literal) || isJsonList(literal)) return [];
    return this.valued(parameter, String(literal), wanted);
  }

  private valued(parameter: string, literal: string, wanted: boolean): readonly Way[] {
    const declaration = objectAt(this.template.parameters, parameter);
    const usual = usualOf(declaration);
    if (wanted) return usual === literal ? [{}] : isAllowed(declaration, literal) ? [{ [parameter]: literal }] : [];
    if (usual !== undefined && usual !== literal) return [{}];
    const others = (listedValues(declaration) ?? [otherValue(declaration, new Set([literal]))]).filter(
      (value) => value !== undefined && value !== literal,
    );
    return others.flatMap((value) => (value === undefined ? [] : [{ [parameter]: value }]));
  }

  private equalParameters(a: string, b: string, wanted: boolean): readonly Way[] {
    const usual = usualOf(objectAt(this.template.parameters, a));
    return usual === undefined ? [] : this.valued(b, usual, wanted);
  }

  private parameterIn(node: Json): string | undefined {
    const name = isObject(node) ? property(node, 'Ref') : undefined;
    return typeof name === 'string' && Object.hasOwn(this.template.parameters, name) ? name : undefined;
  }
}

function usualOf(declaration: JsonObject): string | undefined {
  const usual = property(declaration, 'Default');
  return usual === undefined ? undefined : String(usual);
}

/** The smallest first, each once. */
function either(each: readonly (readonly Way[])[]): readonly Way[] {
  const seen = new Set<string>();
  return each
    .flat()
    .sort((a, b) => Object.keys(a).length - Object.keys(b).length)
    .filter((way) => {
      const key = JSON.stringify(Object.entries(way).sort(([a], [b]) => (a < b ? -1 : 1)));
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, MOST);
}

/** Every choice of one way each that agree. */
function together(each: readonly (readonly Way[])[]): readonly Way[] {
  let found: readonly Way[] = [{}];
  for (const ways of each) found = either([found.flatMap((way) => ways.flatMap((other) => joined(way, other)))]);
  return found;
}

function joined(a: Way, b: Way): readonly Way[] {
  return Object.entries(b).every(([name, value]) => (a[name] ?? value) === value) ? [{ ...a, ...b }] : [];
}
