import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReportContext } from '../reporters';
import type { Host } from './host';

/** Files as links, where the terminal opens links. */
export function linksOf(stream: Host['stdout'], env: Host['env']): Pick<ReportContext, 'addressOf'> {
  if (!opensLinks(stream.isTTY === true, env)) return {};
  return { addressOf: (file) => pathToFileURL(resolve(file)).href };
}

/**
 * Whether a terminal shows OSC 8 as a link. There is no way to ask it; those that are known to do so name themselves.
 * FORCE_HYPERLINK decides where it is set, as other programs have it.
 */
function opensLinks(terminal: boolean, env: Host['env']): boolean {
  const { FORCE_HYPERLINK: forced, TERM = '', TERM_PROGRAM = '', VTE_VERSION, WT_SESSION, KONSOLE_VERSION, CI } = env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false' && forced !== '';
  if (!terminal || CI !== undefined || TERM === 'dumb') return false;
  if (['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'rio', 'Tabby'].includes(TERM_PROGRAM)) return true;
  return (
    Number(VTE_VERSION) >= 5000 ||
    Boolean(WT_SESSION) ||
    Number(KONSOLE_VERSION) >= 201200 ||
    /^(?:xterm-kitty|xterm-ghostty|alacritty|foot)/.test(TERM)
  );
}

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
