import { InputError } from '../diagnostics';

/** Throws what a person typed wrongly, as the one problem it is; exit code 2. */
export function usageError(code: string, message: string, hint: string): never {
  throw new InputError([{ code, fatal: true, message, hint }]);
}
