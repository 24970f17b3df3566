/** What a validation touches outside itself, so that a test can hand in its own. Files are the exception. */
export interface Host {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stderr: { readonly write: (text: string) => unknown; readonly isTTY?: boolean };
  /** The day, `2026-11-22`, for acknowledgements in nospof.yaml that expire. */
  readonly today: () => string;
}

/** The real process. */
export const PROCESS: Host = {
  now: () => performance.now(),
  env: process.env,
  stderr: process.stderr,
  today: () => new Date().toISOString().slice(0, 10),
};
