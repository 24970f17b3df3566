import { App } from 'aws-cdk-lib';
import { ContainerService } from '../stacks/container-service';
import { MultiAzService } from '../stacks/multi-az-service';
import { SingleZoneBaseline } from '../stacks/single-zone-baseline';

const app = new App();

new MultiAzService(app, 'multi-az-service');
new ContainerService(app, 'container-service');
new SingleZoneBaseline(app, 'single-zone-baseline');
