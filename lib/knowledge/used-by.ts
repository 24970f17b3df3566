import { DATA_ACTIONS, MOVING_ACTIONS } from './aws/actions';

/** How whoever may make a call depends on what it is made on; undefined where the call is no use of it. */
export function usedBy(action: string): 'hard' | 'soft' | undefined {
  const colon = action.indexOf(':');
  const service = DATA_ACTIONS[action.slice(0, colon).toLowerCase()];
  if (service === undefined) return undefined;
  const pattern = action.slice(colon + 1);
  if (service.hard.some((name) => covers(pattern, name))) return 'hard';
  return service.soft?.some((name) => covers(pattern, name)) === true ? 'soft' : undefined;
}

/** Whether a permission is written for a call that moves a failover; one for every call of a service is for no such thing. */
export function movedBy(action: string): 'control' | undefined {
  return MOVING_ACTIONS.some((name) => name.toLowerCase() === action.toLowerCase()) ? 'control' : undefined;
}

/** Permissions are written in any case, and may end in an asterisk. */
function covers(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase();
  const star = wanted.indexOf('*');
  return star === -1 ? name.toLowerCase() === wanted : name.toLowerCase().startsWith(wanted.slice(0, star));
}
