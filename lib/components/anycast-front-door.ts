import { Accelerator } from '@pulumi/aws/globalaccelerator/accelerator';
import { EndpointGroup } from '@pulumi/aws/globalaccelerator/endpointGroup';
import { Listener } from '@pulumi/aws/globalaccelerator/listener';
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from '@pulumi/pulumi';
import { faultOfCount, refuse } from '../blueprints';
import type { LoadBalancedService } from './load-balanced-service';

export interface AnycastFrontDoorProps {
  readonly service: LoadBalancedService;
  /** Region that the service is in. */
  readonly region: Input<string>;
  /**
   * Ports that the addresses listen on.
   * @default [80]
   */
  readonly ports?: readonly number[];
}

/**
 * Two addresses that never change and are announced from everywhere, in front of a balancer that has a name only. A
 * record of type A at any DNS provider can hold them.
 */
export class AnycastFrontDoor extends ComponentResource {
  /** Both IPv4 addresses. */
  readonly addresses: readonly [Output<string>, Output<string>];

  /** @throws {RefusedError} no port, or one that is none */
  constructor(name: string, { service, region, ports = [80] }: AnycastFrontDoorProps, options: ComponentResourceOptions = {}) {
    refuse(name, [
      ports.length === 0
        ? { found: 'ports is empty', bound: 'the addresses listen on at least one port', wayOut: 'use 80 or 443' }
        : undefined,
      ...ports.map((port) => faultOfCount('port', port, 1, 65_535, 'a port of the addresses', 'use 80 or 443')),
    ]);
    super('nospof:aws:AnycastFrontDoor', name, {}, options);
    const parent = { parent: this };
    const accelerator = new Accelerator(name, { ipAddressType: 'IPV4', enabled: true }, parent);
    const portRanges = ports.map((port) => ({ fromPort: port, toPort: port }));
    const listener = new Listener(name, { acceleratorArn: accelerator.arn, protocol: 'TCP', portRanges }, parent);
    new EndpointGroup(
      name,
      {
        listenerArn: listener.arn,
        endpointGroupRegion: region,
        endpointConfigurations: [{ endpointId: service.loadBalancer.arn, weight: 128, clientIpPreservationEnabled: true }],
      },
      parent,
    );
    const address = (index: number) => accelerator.ipSets.apply((sets) => sets[0]?.ipAddresses[index] ?? '');
    this.addresses = [address(0), address(1)];
    this.registerOutputs({ addresses: this.addresses });
  }
}
