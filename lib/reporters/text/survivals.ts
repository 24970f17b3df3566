import type { Assessment, Witness } from '../../diagnostics';
import type { ReportContext } from '../report-context';
import { count, counted, duration, wrap } from './layout';
import { plain } from './plain';
import { styleFor } from './style';

/** Witnesses that a person is asked to read. */
const MOST = 100;

/** What survives, under which loss, by which way, and how soon it is back: the proof that nothing is wrong there. */
export function renderSurvivals(
  { witnesses, summary }: Pick<Assessment, 'witnesses' | 'summary'>,
  context: ReportContext,
): readonly string[] {
  if (witnesses.length === 0) return [];
  const style = styleFor(context);
  const rest = witnesses.length - MOST;
  const lines = witnesses.slice(0, MOST).flatMap((witness) => {
    const [first = '', ...more] = wrap(plain(wordsOf(witness)), style.width, 2, 4);
    return [`  ${first}`, ...more.map((line) => `    ${line}`)];
  });
  // The loss of one component has no way to show: what is left does what it did.
  const title = style.good(
    `survives: ${counted(summary.survives, 'pair')} of function and failure domain; where a zone or more fails, in this way`,
  );
  return [[title, ...lines, ...(rest > 0 ? [`  and ${count(rest)} more; --format json lists all of them`] : [])].join('\n')];
}

function wordsOf({ function: kind, of, failureDomain, path, recoverySeconds, slowest }: Witness): string {
  const time =
    recoverySeconds === undefined
      ? ''
      : `; back within ${duration(recoverySeconds)}${slowest === undefined ? '' : ` (${slowest.id}: ${slowest.because})`}`;
  return `${kind} of ${of} when ${failureDomain} fails: ${path.join(' -> ')}${time}`;
}
