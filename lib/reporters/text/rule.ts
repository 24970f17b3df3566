import type { ReportContext, RuleWords } from '../report-context';
import { wrap } from './layout';
import { plain } from './plain';
import { styleFor } from './style';

/** A rule's page: why it matters, how it is decided, what stays open, how to fix it, sources. */
export function renderRule(rule: RuleWords, context: Pick<ReportContext, 'colour' | 'width'>): string {
  const style = styleFor(context);
  const section = (title: string, text: string): readonly string[] => [
    '',
    style.strong(title),
    ...wrap(plain(text), style.width, 2, 2).map((line) => `  ${line}`),
  ];
  return `${[
    `${style.of.info(rule.id)}  ${style.faint(rule.category)}`,
    ...wrap(plain(rule.title), style.width, 0, 0),
    ...section('why it matters', rule.why),
    ...section('how it is decided', rule.how),
    ...section('severity', rule.severity),
    ...section('what is not known', rule.unknown),
    ...section('how to fix it', rule.fix),
    '',
    style.strong('sources'),
    ...rule.sources.map((source) => `  ${plain(source)}`),
  ].join('\n')}\n`;
}
