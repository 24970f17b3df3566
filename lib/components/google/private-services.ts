import { GlobalAddress } from '@pulumi/gcp/compute/globalAddress';
import { Connection } from '@pulumi/gcp/servicenetworking/connection';
import type { CustomResourceOptions, Input, Resource } from '@pulumi/pulumi';
import { planRegionalSubnets } from '../../blueprints';

/** Addresses for services that Google runs, and what has to stand before one of them may take its own. */
export interface ServicesRange {
  readonly range: GlobalAddress;
  readonly connection: Resource;
}

/** Gives the isolated block of the network to services of Google, which are reached inside the network then. */
export function privateServices(
  name: string,
  cidr: string,
  network: Input<string>,
  options: CustomResourceOptions,
): ServicesRange {
  const [block] = planRegionalSubnets({ cidr, tiers: ['isolated'] });
  const [address = '', prefix = ''] = (block?.cidr ?? '').split('/');
  const range = new GlobalAddress(
    `${name}-services`,
    { network, purpose: 'VPC_PEERING', addressType: 'INTERNAL', address, prefixLength: Number(prefix) },
    options,
  );
  const connection = new Connection(
    name,
    { network, service: 'servicenetworking.googleapis.com', reservedPeeringRanges: [range.name] },
    options,
  );
  return { range, connection };
}
