import { ASSUMED_REGION } from '../assess';
import type { ReadOptions, System } from '../model';
import { readStacks, readSystem, readTemplates } from '../readers';

/**
 * Reads what a test holds: a stack, an app or stage, a template of the CDK's assertions, a template as an object, or
 * a path.
 *
 * Nothing is written. An app is synthesized at most once, because the CDK keeps its cloud assembly. A stack is read
 * together with the stacks it depends on, because what they offer is part of what it needs.
 *
 * @throws {InputError} a template or a path that cannot be read
 * @throws {TypeError} something else
 */
export function readSubject(received: unknown, options: Pick<ReadOptions, 'parameters'>): Subject {
  const read: ReadOptions = { ...options, assumedRegion: ASSUMED_REGION };
  if (typeof received === 'string') return { system: readSystem([received], read), name: `"${received}"`, folder: '' };
  if (isMarked(received, STAGE)) {
    const folder = (received as Stage).synth().directory;
    const { path } = (received as Stage).node;
    return { system: named(readSystem([folder], read), SYNTHESIZED), name: path === '' ? 'the app' : `stage "${path}"`, folder };
  }
  if (isMarked(received, STACK)) return readStack(received as Stack, read);
  const body = isTemplate(received) ? received.toJSON() : received;
  if (isObject(body) && isObject(body.Resources)) {
    const system = readTemplates([{ file: 'template', body }], read);
    return { system: named(system, 'PATH...'), name: 'the template', folder: '' };
  }
  throw new TypeError(`received ${nameOf(received)}; expected ${EXPECTED}`);
}

/** What was read, and how messages call it. */
export interface Subject {
  readonly system: System;
  /** `stack "shop"`, `the app`. */
  readonly name: string;
  /** The folder whose path a message does not repeat; empty where there is none. */
  readonly folder: string;
}

/** What to name on the command line for the same system: where `cdk synth` leaves it. */
const SYNTHESIZED = 'cdk.out';

function named(system: System, input: string): System {
  return { ...system, inputs: [input] };
}

const EXPECTED = 'a Stack, an App or Stage, a Template, a template as an object with Resources, or a path';

// What the CDK marks its constructs with. `instanceof` would fail across two copies of aws-cdk-lib.
const STAGE = Symbol.for('@aws-cdk/core.Stage');
const STACK = Symbol.for('@aws-cdk/core.Stack');

interface Node {
  readonly node: { readonly scopes: readonly unknown[]; readonly path: string };
}

interface Stage extends Node {
  synth(): { readonly directory: string };
}

interface Stack extends Node {
  readonly templateFile: string;
  readonly dependencies: readonly Stack[];
  readonly nestedStackParent?: Stack;
}

function readStack(stack: Stack, options: ReadOptions): Subject {
  const stage = [...stack.node.scopes].reverse().find((scope) => isMarked(scope, STAGE)) as Stage | undefined;
  if (stage === undefined) {
    throw new TypeError(`stack "${stack.node.path}" stands in no App; expected new Stack(app, …), so that it can be synthesized`);
  }
  const { directory: folder } = stage.synth();
  const templates = [...withDependencies(topOf(stack))].map(({ templateFile }) => ({ file: `${folder}/${templateFile}` }));
  return { system: named(readStacks(templates, options), SYNTHESIZED), name: `stack "${stack.node.path}"`, folder };
}

function withDependencies(stack: Stack): ReadonlySet<Stack> {
  const found = new Set<Stack>([stack]);
  for (const each of found) for (const needed of each.dependencies) found.add(topOf(needed));
  return found;
}

/** A nested stack is judged where it stands: alone it knows none of its parameters. */
function topOf(stack: Stack): Stack {
  let top = stack;
  while (top.nestedStackParent !== undefined) top = top.nestedStackParent;
  return top;
}

function isMarked(value: unknown, mark: symbol): boolean {
  return typeof value === 'object' && value !== null && mark in value;
}

function isTemplate(value: unknown): value is { toJSON(): unknown } {
  return isObject(value) && typeof value.toJSON === 'function' && typeof value.templateMatches === 'function';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'function') return 'a function';
  if (!isObject(value)) return String(value);
  const keys = Object.keys(value).slice(0, 3);
  return keys.length === 0 ? 'an empty object' : `an object with the keys ${keys.map((key) => `"${key}"`).join(', ')}`;
}
