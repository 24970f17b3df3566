import { Unknown, ZoneList } from '../../model';
import type { Intrinsic } from './intrinsic';
import { render } from './render';
import { scalarText } from './text';

/** `Fn::GetAZs`: all zones of a region; an empty argument means the stack's own region. */
export const getAzs: Intrinsic = (argument, scope) => {
  const value = scope.evaluate(argument);
  const name = value === undefined || value === null || value === '' ? scope.stack.region : scalarText(value);
  if (name !== undefined) return new ZoneList(name);
  return new ZoneList(value instanceof Unknown ? value.symbol : render(value));
};
