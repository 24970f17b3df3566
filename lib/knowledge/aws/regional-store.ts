import type { Facts } from '../fact';
import { checked } from './checked';

/** A store that the provider keeps in several zones of the region, whatever its settings. */
export function regionalStore(noun: string, source: string): Facts {
  return { noun, role: 'store', locality: 'region', source, checked };
}
