import { Router } from '@pulumi/gcp/compute/router';
import { RouterNat } from '@pulumi/gcp/compute/routerNat';
import type { Subnetwork } from '@pulumi/gcp/compute/subnetwork';
import type { CustomResourceOptions, Input } from '@pulumi/pulumi';

/** The way out of one subnet: no machine and no zone stands in it. */
export function addNat(name: string, network: Input<string>, subnet: Subnetwork, options: CustomResourceOptions): void {
  const router = new Router(name, { network }, options);
  new RouterNat(
    name,
    {
      router: router.name,
      // Google adds addresses as they are needed: a list of one's own can run out of ports.
      natIpAllocateOption: 'AUTO_ONLY',
      enableDynamicPortAllocation: true,
      // The two exclude each other.
      enableEndpointIndependentMapping: false,
      minPortsPerVm: 64,
      maxPortsPerVm: 4096,
      sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
      subnetworks: [{ name: subnet.id, sourceIpRangesToNats: ['ALL_IP_RANGES'] }],
      logConfig: { enable: true, filter: 'ERRORS_ONLY' },
    },
    options,
  );
}
