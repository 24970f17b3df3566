import { createColors } from 'picocolors';
import type { Severity } from '../../diagnostics';
import type { ReportContext } from '../report-context';

type Paint = (text: string) => string;

/** Colours by meaning; all of them return the text as it is when colour is off. */
export interface Style {
  readonly width: number;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly frame: Paint;
  readonly good: Paint;
  readonly of: Readonly<Record<Severity | 'unproven', Paint>>;
}

export function styleFor(context: Pick<ReportContext, 'colour' | 'width'>): Style {
  const colours = createColors(context.colour);
  const bold =
    (paint: Paint): Paint =>
    (text) =>
      colours.bold(paint(text));
  return {
    width: context.width,
    strong: colours.bold,
    faint: colours.dim,
    frame: colours.blue,
    good: bold(colours.green),
    of: { error: bold(colours.red), warning: bold(colours.yellow), info: bold(colours.cyan), unproven: bold(colours.magenta) },
  };
}
