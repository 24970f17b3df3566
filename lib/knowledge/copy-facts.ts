import type { When } from './relation-facts';

/** How far a copy or an automatic backup lies behind. */
export interface DataAge {
  readonly origin: 'copy' | 'backup';
  readonly when?: When;
  /** As the provider documents it; without it, nothing bounds it. */
  readonly seconds?: number;
  readonly because: string;
  /** The backup is kept in another region. */
  readonly far?: boolean;
}

/** Why the input cannot show something, and what to do about it. */
export interface Unseen {
  readonly because: string;
  readonly tell: string;
}
