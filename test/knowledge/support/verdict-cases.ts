import type { Value } from '../../../lib/model';
import type { Resources } from './system-of';

/** One type under two settings: with what is redundant nothing is lost, without it the named resources are. */
export interface VerdictCase {
  readonly about: string;
  readonly survives: Resources;
  readonly without: Resources;
  /** As {@link Verdict.lost} names them. */
  readonly lost: readonly string[];
}

/** A case of one resource that differs in its settings only; `with` are resources that both sides need. */
export function settings(
  about: string,
  type: string,
  {
    survives,
    without,
    lost,
    besides = {},
  }: {
    readonly survives: Readonly<Record<string, Value>>;
    readonly without: Readonly<Record<string, Value>>;
    readonly lost: readonly ('component' | 'zone')[];
    readonly besides?: Resources;
  },
): VerdictCase {
  return {
    about,
    survives: { ...besides, Subject: [type, survives] },
    without: { ...besides, Subject: [type, without] },
    lost: lost.map((scope) => `Subject with ${scope}`),
  };
}
