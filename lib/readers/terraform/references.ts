import { isJsonList, isObject, type Json, type JsonObject, objectAt, property } from '../json';
import { mostSpecific, type Step, stepsOf } from './address';
import type { Instance, ModuleInstance, Tree } from './tree';

/** What a reference leads to: something of an instance, or a dead end that keeps its name. */
export type Found =
  | { readonly kind: 'instance'; readonly instance: Instance; readonly rest: readonly Step[]; readonly index?: number }
  | { readonly kind: 'dead-end'; readonly symbol: string; readonly because: string; readonly tell: string };

/** Where an expression stands: the module instance, and the index of the resource or module call it belongs to. */
export interface Place {
  readonly module: ModuleInstance;
  readonly index?: string | number;
  /** What `each.value` is taken from. */
  readonly forEach?: Json;
}

/** Deepest chain of module inputs and outputs that is followed. */
const deepest = 40;

/** Finds what the references of expressions lead to, through inputs and outputs of modules. */
export class References {
  constructor(private readonly tree: Tree) {}

  /** Everything that an expression refers to, in its order; each thing once. */
  of(expression: Json | undefined, place: Place, depth = 0): readonly Found[] {
    const names = namesIn(expression);
    if (names.length === 0 || depth > deepest) return [];
    const hint = hintIn(names, place);
    const found: Found[] = [];
    for (const name of mostSpecific(names)) {
      for (const one of this.resolve(stepsOf(name), place, hint, depth)) {
        if (!found.some((other) => same(one, other))) found.push(one);
      }
    }
    return found;
  }

  private resolve(steps: readonly Step[], place: Place, hint: Hint, depth: number): readonly Found[] {
    const [first, second, third] = steps;
    if (first === undefined) return [];
    switch (first.name) {
      case 'var':
        return second === undefined ? [] : this.input(second, steps.slice(2), place.module, hint, depth);
      case 'module':
        return second === undefined || third === undefined ? [] : this.output(second, steps.slice(2), place.module, hint, depth);
      case 'each':
        return second?.name === 'value' ? this.each(steps.slice(2), place, depth) : [];
      case 'local': {
        const name = second?.name ?? '';
        const key = hint.key === undefined ? '' : `["${hint.key}"]`;
        const symbol = `${place.module.address === '' ? '' : `${place.module.address}.`}local.${steps.slice(1).map(textOf).join('.')}${key}`;
        const because = `local value "${name}" is not written into a plan`;
        return [
          { kind: 'dead-end', symbol, because, tell: 'refer to the resources directly, or give the state after the apply' },
        ];
      }
      case 'count':
      case 'path':
      case 'terraform':
      case 'self':
        return [];
      case 'data':
        return second === undefined || third === undefined
          ? []
          : this.resource(`data.${second.name}.${third.name}`, third, steps.slice(3), place, hint);
      default:
        return second === undefined ? [] : this.resource(`${first.name}.${second.name}`, second, steps.slice(2), place, hint);
    }
  }

  private resource(name: string, step: Step, rest: readonly Step[], { module }: Place, hint: Hint): readonly Found[] {
    const all = this.tree.ofResource(module, name);
    // What a data source will say when it is read is known by its name even if the plan holds nothing of it.
    if (all.length === 0 && name.startsWith('data.'))
      return [{ kind: 'instance', instance: this.unread(name, module), rest, ...position(hint) }];
    const chosen = step.index === undefined ? choose(all, hint) : all.filter(({ index }) => index === step.index);
    return chosen.map((instance) => ({ kind: 'instance', instance, rest, ...position(hint) }));
  }

  /** A data source that the plan says nothing of. */
  private unread(name: string, module: ModuleInstance): Instance {
    const [, type = '', own = ''] = name.split('.');
    const address = module.address === '' ? name : `${module.address}.${name}`;
    const configuration = this.tree.configurationOf(module, name);
    const unread = { address, mode: 'data', type, name: own, module, values: {}, path: [], unknown: true } as const;
    return configuration === undefined ? unread : { ...unread, configuration };
  }

  /** A module's input is what its call says, in the module that calls. */
  private input(step: Step, rest: readonly Step[], module: ModuleInstance, hint: Hint, depth: number): readonly Found[] {
    const { parent, call } = module;
    if (parent === undefined || call === undefined) return [];
    const expression = property(objectAt(call, 'expressions'), step.name);
    const found = this.of(expression, placeOfCall(module, parent, call), depth + 1);
    return narrow(found, step.index, rest, hint);
  }

  private output(call: Step, steps: readonly Step[], module: ModuleInstance, hint: Hint, depth: number): readonly Found[] {
    const [output, ...rest] = steps;
    if (output === undefined) return [];
    const all = this.tree.ofCall(module, call.name);
    const chosen = call.index === undefined ? choose(all, hint) : all.filter(({ index }) => index === call.index);
    return chosen.flatMap((child) => {
      if (child.configuration === undefined) return [];
      const declared = objectAt(objectAt(child.configuration, 'outputs'), output.name);
      const found = this.of(declared.expression, { module: child }, depth + 1);
      return narrow(found, output.index, rest, hint);
    });
  }

  private each(rest: readonly Step[], place: Place, depth: number): readonly Found[] {
    const found = this.of(
      place.forEach,
      place.index === undefined ? { module: place.module } : { module: place.module, index: place.index },
      depth + 1,
    );
    return narrow(found, place.index, rest, {}).map((one) =>
      one.kind === 'dead-end' && place.index !== undefined && !one.symbol.endsWith(']')
        ? { ...one, symbol: `${one.symbol}["${place.index}"]` }
        : one,
    );
  }
}

function position({ index }: Hint): { index?: number } {
  return index === undefined ? {} : { index };
}

/** Which of several instances an expression means, as far as its references tell. */
interface Hint {
  readonly index?: number;
  readonly key?: string;
}

/**
 * The plan lists what an expression refers to and not the expression. `x[count.index]` and `x[each.key]` are nearly
 * always how two counted resources are paired, so an expression that names both is read like that.
 */
function hintIn(names: readonly string[], { index }: Place): Hint {
  if (typeof index === 'number' && names.includes('count.index')) return { index };
  if (typeof index === 'string' && (names.includes('each.key') || names.includes('each.value'))) return { key: index };
  return {};
}

function choose<T extends { readonly index?: string | number }>(all: readonly T[], { index, key }: Hint): readonly T[] {
  if (all.length < 2) return all;
  if (key !== undefined) {
    const same = all.filter((one) => one.index === key);
    return same.length > 0 ? same : all;
  }
  if (index === undefined || all.some((one) => typeof one.index !== 'number')) return all;
  const chosen = all.find((one) => one.index === index % all.length);
  return chosen === undefined ? all : [chosen];
}

/** Goes on behind an input, an output or `each.value`: an index picks one of several, names lead to attributes. */
function narrow(
  found: readonly Found[],
  index: string | number | undefined,
  rest: readonly Step[],
  hint: Hint,
): readonly Found[] {
  const wanted = index ?? hint.key ?? hint.index;
  let chosen = found;
  if (found.length > 1 && wanted !== undefined) {
    const byKey = found.filter((one) => one.kind === 'instance' && one.instance.index === wanted);
    const at = typeof wanted === 'number' ? found[index === undefined ? wanted % found.length : wanted] : undefined;
    if (byKey.length > 0) chosen = byKey;
    else if (at !== undefined) chosen = [at];
  }
  const at = typeof wanted === 'number' && chosen.length === 1 ? { index: wanted } : {};
  return chosen.map((one) =>
    one.kind === 'instance'
      ? { ...one, ...at, rest: one.rest.length === 0 ? rest : one.rest }
      : { ...one, symbol: [one.symbol, ...rest.map(textOf)].join('.') },
  );
}

function placeOfCall(module: ModuleInstance, parent: ModuleInstance, call: JsonObject): Place {
  return {
    module: parent,
    ...(module.index === undefined ? {} : { index: module.index }),
    ...(call.for_each_expression === undefined ? {} : { forEach: call.for_each_expression }),
  };
}

function namesIn(expression: Json | undefined): readonly string[] {
  const names: string[] = [];
  const pending: (Json | undefined)[] = [expression];
  while (pending.length > 0) {
    const next = pending.pop();
    if (isJsonList(next)) for (const entry of [...next].reverse()) pending.push(entry);
    else if (isObject(next)) {
      const { references } = next;
      if (isJsonList(references)) names.push(...references.filter((entry) => typeof entry === 'string'));
      else for (const entry of Object.values(next).reverse()) pending.push(entry);
    }
  }
  return names;
}

function same(a: Found, b: Found): boolean {
  if (a.kind === 'dead-end') return b.kind === 'dead-end' && a.symbol === b.symbol;
  return b.kind === 'instance' && a.instance === b.instance && a.rest.map(textOf).join('.') === b.rest.map(textOf).join('.');
}

function textOf({ name, index }: Step): string {
  if (index === undefined) return name;
  return typeof index === 'number' ? `${name}[${index}]` : `${name}["${index}"]`;
}
