import type { ReadOptions, Source, Stack, Unknown, Value } from '../../model';
import type { Json, JsonObject } from '../json';
import type { ProblemLog } from '../problem-log';
import type { Path, RawResource, Template } from './template';

/** A condition: decided, or the value that it hangs on. */
export type Truth = boolean | Unknown;

/** What all stacks of the system share while they are evaluated. */
export interface SystemScope {
  readonly options: ReadOptions;
  readonly problems: ProblemLog;
  /** Every stack, nested ones after their parent. */
  readonly stacks: StackScope[];
  /** Lists behind unknown texts that were joined or are to be split, so that Split undoes Join. */
  readonly joined: WeakMap<Unknown, { readonly list: Value; readonly separator: string }>;
  /** References behind unknown lists, so that Select of a Split of an attribute still names its resource. */
  readonly split: WeakMap<Unknown, { readonly of: Value; readonly separator: string }>;
  /** Symbols of unknown values that are never the empty string. */
  readonly neverEmpty: Set<string>;
  /** Value that an export of that name has in the system. */
  importValue(name: Value, importer: StackScope): Value;
  /** Value of an output of another stack of the system. */
  stackOutput(stack: Value, output: Value, reader: StackScope): Value;
  /** Outputs that something in the system uses: `<stack>.<output>`. */
  readonly consumed: Set<string>;
  /** What a writer of cross-region exports puts under a key, in the CDK's way. */
  exportedAcrossRegions(key: string, reader: StackScope): Value | undefined;
  /** What is evaluated now, for problems met on the way. */
  current: Source;
  /** Characters of the texts put together, and nodes that loops wrote, so far. */
  characters: number;
  loopNodes: number;
  /** Evaluations that are open. */
  depth: number;
}

/** One stack while it is evaluated: the template, what was passed in, and what is known already. */
export interface StackScope {
  readonly stack: Stack;
  readonly template: Template;
  /** The name it is deployed under, where the input fixes it. */
  readonly deployedName?: string;
  readonly system: SystemScope;
  /** The stack that instantiates this one, with the parameters it passes. */
  readonly parent?: { readonly scope: StackScope; readonly id: string; parameter(name: string): Value | undefined };
  /** Present when a condition that is open decides whether the whole stack exists. */
  readonly existence?: Unknown;
  /** After loops and transforms. */
  readonly resources: ReadonlyMap<string, RawResource>;
  readonly conditions: JsonObject;
  readonly outputs: JsonObject;
  readonly memo: Memo;
  /** `undefined` is AWS::NoValue. */
  evaluate(node: Json): Value | undefined;
  /** The stack that a resource of type AWS::CloudFormation::Stack makes, when its template is among the inputs. */
  nested(id: string): StackScope | undefined;
  /** A condition by its name. */
  condition(name: string): Truth;
  /** A condition as an expression. */
  test(expression: Json): Truth;
  /** Value of one of its outputs; undefined when it has none of that name. */
  output(name: string): Value | undefined;
  /** The logical id behind a name that a transform makes available: `Api.Stage`. */
  generated(name: string): string | undefined;
  sourceOf(path: Path): Source;
}

/** Each is worked out once; `open` marks what is being worked out, so that a cycle is seen. */
export interface Memo {
  readonly parameters: Map<string, Value | undefined | Open>;
  readonly conditions: Map<string, Truth | Open>;
  readonly outputs: Map<string, Value | undefined | Open>;
  readonly nested: Map<string, StackScope | undefined>;
}

export const open = Symbol('open');
export type Open = typeof open;
