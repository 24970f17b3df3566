import type { ValueMap } from '../../../model';
import { policyDocument } from '../../translation/aws/policy-document';
import { callSymbol, zoneSymbol } from '../symbols';
import type { DeclaredTypes } from './declared-types';

/** Zones that a list of zones is taken to have: every region has at least as many, and programs take the first few. */
const zonesListed = 3;

/**
 * What a data source answers offline: what it was asked, and symbols for the rest. Numbers, flags and nested objects
 * stay undefined, since no symbol can stand for them.
 *
 * @param number - of the call, so that two calls have different answers
 */
export function answerTo(
  token: string,
  number: number,
  asked: Readonly<Record<string, unknown>>,
  declared: DeclaredTypes,
  region: string,
): Record<string, unknown> {
  const answer: Record<string, unknown> = { ...asked };
  for (const [name, type] of declared) {
    if (answer[name] !== undefined) continue;
    if (type === 'string') answer[name] = callSymbol(number, token, name, false);
    else if (type === 'string[]') answer[name] = [callSymbol(number, token, name, true)];
    else if (/^\{\s*\[key: string\]: string;?\s*\}$/.test(type)) answer[name] = {};
    else if (type.endsWith('[]')) answer[name] = [];
  }
  const zones = () => Array.from({ length: zonesListed }, (_unused, index) => zoneSymbol(String(asked.region ?? region), index));
  switch (token.slice(token.lastIndexOf(':') + 1)) {
    case 'getAvailabilityZones':
      return { ...answer, names: zones(), zoneIds: zones() };
    case 'getZones':
      return { ...answer, names: zones() };
    case 'getRegion':
      return region === '' ? answer : { ...answer, name: region, id: region, region };
    case 'getPolicyDocument': {
      const json = JSON.stringify(policyDocument(asked as ValueMap));
      return { ...answer, json, minifiedJson: json };
    }
    default:
      return answer;
  }
}
