import type { Value } from '../../model';
import type { Json } from '../json';
import type { StackScope } from './scope';

/**
 * Evaluates one function of the template language.
 *
 * @param argument - what stands at the function's key, not evaluated yet
 * @returns undefined for AWS::NoValue
 */
export type Intrinsic = (argument: Json, scope: StackScope) => Value | undefined;
