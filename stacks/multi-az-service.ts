import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import { LoadBalancedService, ResilientDatabase, ResilientNetwork } from '../lib/constructs';

export interface MultiAzServiceProps extends StackProps {
  /**
   * Zones, 2 to 6.
   * @default - context value `zones`, or 3
   */
  readonly zones?: number;
  /**
   * Instances that carry the peak; this many are left when a zone is lost.
   * @default - context value `requiredCapacity`, or 2
   */
  readonly requiredCapacity?: number;
}

/** What stands in for the application: a page on port 5000 that is there after the first start and after every reboot. */
const WEB_SERVER = [
  'mkdir -p /srv/web && echo ok > /srv/web/index.html && echo ok > /srv/web/healthy',
  'cat > /etc/systemd/system/web.service <<UNIT',
  '[Unit]',
  'After=network.target',
  '[Service]',
  'DynamicUser=yes',
  'ExecStart=/usr/bin/python3 -m http.server 5000 --directory /srv/web',
  'Restart=always',
  '[Install]',
  'WantedBy=multi-user.target',
  'UNIT',
  'systemctl enable --now web.service',
];

/**
 * A web service that survives the loss of any one zone: three zones, a balancer that asks for a page, a group of
 * instances behind it that is large enough without its fullest zone, and Aurora with two instances in two zones.
 */
export class MultiAzService extends Stack {
  constructor(scope: Construct, id: string, props: MultiAzServiceProps = {}) {
    super(scope, id, { description: 'nospof: a web service that survives the loss of any one zone', ...props });
    const network = new ResilientNetwork(this, 'Network', {
      zones: props.zones ?? Number(this.node.tryGetContext('zones') ?? 3),
    });
    const database = new ResilientDatabase(this, 'Database', { kind: 'aurora', network, databaseName: 'shop' });
    const userData = ec2.UserData.forLinux();
    userData.addCommands(...WEB_SERVER, `echo "DATABASE_HOST=${database.endpoint}" > /etc/web.env`);
    const service = new LoadBalancedService(this, 'Service', {
      network,
      pools: {
        web: {
          kind: 'fleet',
          requiredCapacity: props.requiredCapacity ?? Number(this.node.tryGetContext('requiredCapacity') ?? 2),
          userData,
        },
      },
      services: [{ port: 80, members: [{ name: 'web', port: 5000 }] }],
      healthCheck: { kind: 'http', path: '/healthy' },
      slowStartSeconds: 30,
    });
    database.allowFrom(service);
    new CfnOutput(this, 'Address', { value: service.loadBalancer.loadBalancerDnsName, description: 'open this in a browser' });
  }
}
