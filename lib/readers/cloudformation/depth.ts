import type { StackScope } from './scope';

/** Evaluations that may be open at once; references through nested stacks add up. */
const deepest = 600;

/**
 * Runs an evaluation one level deeper.
 *
 * @throws {InputError} references and functions that nest too deep for the stack of the process
 */
export function deeper<T>(scope: StackScope, run: () => T): T {
  const { system } = scope;
  if (system.depth >= deepest) {
    const message = `references and functions nest more than ${deepest} levels deep`;
    return system.problems.fail('nesting-too-deep', message, 'refer more directly, or write the values out', system.current);
  }
  system.depth += 1;
  const result = run();
  // not in a finally: what is thrown here ends the whole reading
  system.depth -= 1;
  return result;
}
