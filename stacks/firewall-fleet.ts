import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { FirewallFleet as Firewalls, LoadBalancedService, ResilientNetwork } from '../lib/constructs';

export interface FirewallFleetStackProps extends StackProps {
  /**
   * Zones, 2 to 6.
   * @default - context value `zones`, or 3
   */
  readonly zones?: number;
}

/**
 * Stands in for a firewall: sends every packet back to the balancer as it came. Put the image of a real one in its
 * place. The tools come from the package repository of the Region, which the S3 endpoint of the network reaches.
 */
const PASS_EVERYTHING = [
  'dnf install -y nftables python3',
  'sysctl -w net.ipv4.ip_forward=1',
  "nft -f - <<'RULES'",
  'table ip hairpin {',
  '  chain pre { type nat hook prerouting priority dstnat; udp dport 6081 dnat to ip saddr; }',
  '  chain post { type nat hook postrouting priority srcnat; udp dport 6081 masquerade; }',
  '}',
  'RULES',
  'systemd-run --unit=health --property=Restart=always python3 -m http.server 80 --directory /var/empty',
];

/**
 * Firewalls made active-active by a gateway balancer, in front of a web service: everything between the internet and
 * the public subnets passes them, each zone through its own endpoint. Survives the loss of a zone or an appliance.
 */
export class FirewallFleet extends Stack {
  constructor(scope: Construct, id: string, props: FirewallFleetStackProps = {}) {
    super(scope, id, { description: 'nospof: active-active firewalls, one endpoint per zone', ...props });
    const network = new ResilientNetwork(this, 'Network', {
      zones: props.zones ?? Number(this.node.tryGetContext('zones') ?? 3),
      tiers: ['public', 'private', 'isolated', 'firewall'],
    });
    const userData = ec2.UserData.forLinux();
    userData.addCommands(...PASS_EVERYTHING);
    new Firewalls(this, 'Firewalls', { network, appliances: { requiredCapacity: 2, userData } });
    const service = new LoadBalancedService(this, 'Service', { network, pools: { web: { kind: 'fleet', requiredCapacity: 2 } } });
    new CfnOutput(this, 'Address', { value: service.loadBalancer.loadBalancerDnsName, description: 'open this in a browser' });
  }
}
