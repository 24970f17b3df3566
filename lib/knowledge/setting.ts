import type { When } from './fact';
import type { Path } from './path';

/** The word for what is wrong with a setting; the rule of the settings pack with this id puts it into a sentence. */
export type SettingKind = string;

/**
 * When a setting is as a reliable system has it. `no-literal`: anything but a text that is written out. `of` is another
 * setting that the number must be a multiple of at least, with the value that holds where that is absent.
 */
export type Good =
  | 'given'
  | 'absent'
  | 'no-literal'
  | { readonly is: readonly (string | number | boolean)[] }
  | { readonly not: readonly (string | number | boolean)[] }
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly entries: number }
  | { readonly times: number; readonly of: Path; readonly absent: number };

/** Another resource that gives what the setting would: a backup selection that names the table. */
export interface Naming {
  readonly type: string;
  /** Where it names the resource; without it, that it exists is enough. */
  readonly path?: Path;
  /** It counts only when this holds of it. */
  readonly when?: When;
  /** Where this is given it chooses by other means, and may mean the resource: nothing can be told. */
  readonly selectsBy?: readonly Path[];
}

/** A setting of a type that a reliable system turns on, off, up or down. It proves nothing about failure domains. */
export interface SettingFact {
  readonly kind: SettingKind;
  /** The setting is asked of each of these values, and `path` stands below them. */
  readonly each?: Path;
  /** Absent where only another resource can give it. */
  readonly path?: Path;
  readonly good?: Good;
  /** What holds where the property is absent: good, bad, or the provider's default number. */
  readonly absent?: 'good' | 'bad' | number;
  /** Conditions on the resource without which nobody asks. */
  readonly when?: When;
  /** Conditions on the resource under which nobody asks. */
  readonly unless?: When;
  /** Asked only where the path names a resource of the type. */
  readonly onlyFor?: { readonly path: Path; readonly type: string };
  readonly orNamedBy?: readonly Naming[];
}

/** Settings by type. */
export type SettingTable = Readonly<Record<string, readonly SettingFact[]>>;
