import { App, Validations } from 'aws-cdk-lib';
import { NoSpof } from '../lib/cdk-validation';
import { AnycastFrontDoor } from '../stacks/anycast-front-door';
import { ContainerService } from '../stacks/container-service';
import { DisasterRecovery } from '../stacks/disaster-recovery';
import { FirewallFleet } from '../stacks/firewall-fleet';
import { HybridNetwork } from '../stacks/hybrid-network';
import { HybridSplit } from '../stacks/hybrid-split';
import { MultiAzService } from '../stacks/multi-az-service';
import { ProtectedData, ProtectedDataCopies } from '../stacks/protected-data';
import { SeasonalSite } from '../stacks/seasonal-site';
import { SingleZoneBaseline } from '../stacks/single-zone-baseline';

const app = new App();
Validations.of(app).addPlugins(new NoSpof({ survive: 'zone' }));

new MultiAzService(app, 'multi-az-service');
new ContainerService(app, 'container-service');
new FirewallFleet(app, 'firewall-fleet');
const door = new AnycastFrontDoor(app, 'anycast-front-door', undefined);
new AnycastFrontDoor(app, 'anycast-front-door-second', door);
new DisasterRecovery(app, 'disaster-recovery-secondary', 'secondary');
new DisasterRecovery(app, 'disaster-recovery', 'primary');
new HybridNetwork(app, 'hybrid-network');
new HybridSplit(app, 'hybrid-split');
new SeasonalSite(app, 'seasonal-site');
new ProtectedDataCopies(app, 'protected-data-copies');
new ProtectedData(app, 'protected-data');

const baseline = new SingleZoneBaseline(app, 'single-zone-baseline');
// The baseline breaks on purpose. Anywhere else, a reason says who has weighed the loss, and why it may happen.
Validations.of(baseline).acknowledge(
  { id: 'NoSpof::data-without-backup', reason: 'shows what a deleted database leaves behind' },
  { id: 'NoSpof::database-without-standby', reason: 'shows a database that is gone with its node' },
  { id: 'NoSpof::group-ignores-balancer-health', reason: 'shows an instance that answers nobody and stays' },
  { id: 'NoSpof::group-in-one-zone', reason: 'shows a group that is gone with its zone' },
  { id: 'NoSpof::group-of-one', reason: 'shows how long one instance takes to come back' },
  { id: 'NoSpof::health-check-blind', reason: 'shows a check that takes error pages for health' },
  { id: 'NoSpof::nat-gateway-shared-by-zones', reason: 'shows two zones that lose their way out with one' },
  { id: 'NoSpof::single-instance', reason: 'shows a scheduler that nobody replaces' },
);
