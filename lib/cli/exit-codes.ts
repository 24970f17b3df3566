/** What the exit code says; there are no other codes and none is a count. */
export const EXIT = {
  /** Nothing at or above the threshold. */
  clean: 0,
  /** Findings. */
  findings: 1,
  /** Wrong options, configuration or input. */
  usage: 2,
  /** A defect of nospof itself. */
  defect: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
