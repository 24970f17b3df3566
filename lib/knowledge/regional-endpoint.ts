import { REGIONAL_ENDPOINTS } from './aws/regional-endpoints';

/** A host name that no zone takes away; with its region, where the name tells it. */
export interface RegionalEndpoint {
  readonly region?: string;
  readonly provider: 'aws';
}

/** What is known of a host name, or an address, that a provider itself answers from a whole region. */
export function regionalEndpoint(host: string): RegionalEndpoint | undefined {
  for (const pattern of REGIONAL_ENDPOINTS) {
    const match = pattern.exec(host);
    if (match === null) continue;
    const region = match.groups?.region;
    return { provider: 'aws', ...(region === undefined ? {} : { region }) };
  }
  return undefined;
}
