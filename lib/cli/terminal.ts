import type { ReportContext } from '../reporters';
import type { Host } from './host';

/**
 * Whether to colour and where to wrap for one stream.
 *
 * NO_COLOR (any value but empty) wins, then FORCE_COLOR (0 is off), then whether somebody looks. Lines wrap only on a
 * terminal: in a file or a pipe they stay whole.
 */
export function looksOf(stream: Host['stdout'], env: Host['env']): Pick<ReportContext, 'colour' | 'width'> {
  const terminal = stream.isTTY === true;
  return { colour: wantsColour(terminal, env), width: terminal && stream.columns ? stream.columns : Number.POSITIVE_INFINITY };
}

function wantsColour(terminal: boolean, env: Host['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal && env.TERM !== 'dumb';
}
