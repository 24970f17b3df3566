import fc from 'fast-check';

/**
 * A small system in plain words, from which a template is written and of which the referee thinks for itself.
 * Indexes point into the other lists; zones are numbers, or letters where the template does not say which zone it is.
 */
export interface Estate {
  readonly subnets: readonly EstateSubnet[];
  readonly nats: readonly EstateNat[];
  readonly stores: readonly EstateStore[];
  readonly groups: readonly EstateGroup[];
  /** Pools with the groups that are members; what no balancer forwards to stands alone. */
  readonly pools: readonly { readonly members: readonly number[] }[];
  readonly balancers: readonly EstateBalancer[];
}
export type EstateZone = number | 'p' | 'q';
export interface EstateSubnet {
  readonly zone: EstateZone;
  /** The NAT gateway that its default route leads to, straight to the internet, or nowhere. */
  readonly out: number | 'internet' | 'nowhere';
}
export interface EstateNat {
  readonly zone: EstateZone;
  readonly regional: boolean;
}
export type EstateStore =
  | { readonly kind: 'database'; readonly standby: boolean; readonly subnets: readonly number[] }
  /** `over`: how many zones the cluster itself lists for instances that name none. */
  | { readonly kind: 'aurora'; readonly instances: readonly (EstateZone | undefined)[]; readonly over?: number }
  | { readonly kind: 'table' }
  | { readonly kind: 'files'; readonly targets: readonly number[] };
export interface EstateGroup {
  /** Machines, containers on their own, or containers on the machines of another group. */
  readonly kind: 'machines' | 'containers' | { readonly on: number };
  /** `unsaid`: a parameter without default. */
  readonly wanted: number | 'unsaid';
  /** What a scalable target or schedule may set it down to. */
  readonly scaledTo?: number;
  readonly subnets: readonly number[];
  readonly uses: readonly number[];
}
export interface EstateBalancer {
  readonly kind: 'application' | 'network';
  readonly subnets: readonly number[];
  readonly pools: readonly number[];
}

const zone: fc.Arbitrary<EstateZone> = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom('p' as const, 'q' as const) },
);
const some = (count: number, most: number) =>
  fc.uniqueArray(fc.nat({ max: Math.max(0, count - 1) }), { minLength: 1, maxLength: Math.max(1, Math.min(count, most)) });
const few = (count: number, most: number) =>
  count === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat({ max: count - 1 }), { maxLength: most });

/** Systems of one to three zones with up to two of each thing. */
export const estate: fc.Arbitrary<Estate> = fc
  .array(
    fc.record({
      zone,
      regional: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
    {
      maxLength: 2,
    },
  )
  .chain((nats) => {
    const out = fc.constantFrom<EstateSubnet['out']>('internet', 'nowhere', ...nats.keys(), ...nats.keys());
    return fc.tuple(fc.constant(nats), fc.array(fc.record({ zone, out }), { minLength: 1, maxLength: 4 }));
  })
  .chain(([nats, subnets]) => {
    const store: fc.Arbitrary<EstateStore> = fc.oneof(
      fc.record({ kind: fc.constant('database' as const), standby: fc.boolean(), subnets: some(subnets.length, 3) }),
      fc.record(
        {
          kind: fc.constant('aurora' as const),
          instances: fc.array(fc.option(zone, { nil: undefined }), { maxLength: 2 }),
          over: fc.integer({ min: 1, max: 3 }),
        },
        { requiredKeys: ['kind', 'instances'] },
      ),
      fc.record({ kind: fc.constant('table' as const) }),
      // The provider refuses a second mount target in one zone.
      fc.record({
        kind: fc.constant('files' as const),
        targets: some(subnets.length, 3).map((chosen) =>
          chosen.filter((at, index) => !chosen.slice(0, index).some((other) => subnets[other]?.zone === subnets[at]?.zone)),
        ),
      }),
    );
    return fc.tuple(fc.constant(nats), fc.constant(subnets), fc.array(store, { maxLength: 2 }));
  })
  .chain(([nats, subnets, stores]) => {
    const group = fc.record(
      {
        kind: fc.constantFrom('machines' as const, 'containers' as const, { on: 0 }),
        wanted: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.constant('unsaid' as const) }),
        scaledTo: fc.nat({ max: 3 }),
        subnets: some(subnets.length, 3),
        uses: few(stores.length, 2),
      },
      { requiredKeys: ['kind', 'wanted', 'subnets', 'uses'] },
    );
    return fc.tuple(fc.constant(nats), fc.constant(subnets), fc.constant(stores), fc.array(group, { maxLength: 3 }));
  })
  .chain(([nats, subnets, stores, planned]) => {
    // The first group carries the containers of others, so it is machines and none of it is on others.
    const groups = planned.map(
      (group, index): EstateGroup => ({
        ...group,
        kind: typeof group.kind === 'object' && (index === 0 || planned[0]?.kind !== 'machines') ? 'containers' : group.kind,
      }),
    );
    const pools = fc.array(fc.record({ members: few(groups.length, 2) }), { maxLength: 2 });
    return fc.tuple(fc.constant({ nats, subnets, stores, groups }), pools);
  })
  .chain(([part, pools]) => {
    const balancer = fc.record({
      kind: fc.constantFrom('application' as const, 'network' as const),
      subnets: some(part.subnets.length, 3),
      pools: few(pools.length, 2),
    });
    return fc.array(balancer, { maxLength: 2 }).map((balancers): Estate => ({ ...part, pools, balancers }));
  });

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export interface Template {
  readonly Parameters?: Record<string, Json>;
  readonly Resources: Record<
    string,
    { readonly Type: string; readonly Properties?: Record<string, Json>; readonly [name: string]: Json | undefined }
  >;
  readonly Outputs?: Record<string, Json>;
}

const ref = (id: string): Json => ({ Ref: id });
const attribute = (id: string, name: string): Json => ({ 'Fn::GetAtt': [id, name] });

/** Writes the system as a CloudFormation template. */
export function templateOf({ subnets, nats, stores, groups, pools, balancers }: Estate): Template {
  const resources: Template['Resources'] = { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } } };
  const used = new Set<EstateZone>();
  const zoneOf = (name: EstateZone): Json => {
    used.add(name);
    return typeof name === 'number' ? { 'Fn::Select': [name, { 'Fn::GetAZs': '' }] } : ref(`Zone${name.toUpperCase()}`);
  };
  const add = (id: string, type: string, properties: Record<string, Json> = {}) => {
    resources[id] = { Type: type, Properties: properties };
  };
  const unsaid = new Set<string>();
  const countOf = (wanted: EstateGroup['wanted'], id: string): Json => {
    if (wanted !== 'unsaid') return wanted;
    unsaid.add(`${id}Size`);
    return ref(`${id}Size`);
  };
  const subnetsOf = (indexes: readonly number[]) => indexes.map((index) => ref(`Subnet${index}`));
  add('Internet', 'AWS::EC2::InternetGateway');
  for (const [index, nat] of nats.entries()) {
    add(`Edge${index}`, 'AWS::EC2::Subnet', {
      VpcId: ref('Vpc'),
      CidrBlock: `10.0.${100 + index}.0/24`,
      AvailabilityZone: zoneOf(nat.zone),
    });
    add(`Address${index}`, 'AWS::EC2::EIP', { Domain: 'vpc' });
    add(`Nat${index}`, 'AWS::EC2::NatGateway', {
      ...(nat.regional ? { AvailabilityMode: 'regional', VpcId: ref('Vpc') } : { SubnetId: ref(`Edge${index}`) }),
      AllocationId: attribute(`Address${index}`, 'AllocationId'),
    });
  }
  for (const [index, subnet] of subnets.entries()) {
    add(`Subnet${index}`, 'AWS::EC2::Subnet', {
      VpcId: ref('Vpc'),
      CidrBlock: `10.0.${index}.0/24`,
      AvailabilityZone: zoneOf(subnet.zone),
    });
    if (subnet.out === 'nowhere') continue;
    add(`Table${index}`, 'AWS::EC2::RouteTable', { VpcId: ref('Vpc') });
    add(`Route${index}`, 'AWS::EC2::Route', {
      RouteTableId: ref(`Table${index}`),
      DestinationCidrBlock: '0.0.0.0/0',
      ...(subnet.out === 'internet' ? { GatewayId: ref('Internet') } : { NatGatewayId: ref(`Nat${subnet.out}`) }),
    });
    add(`Association${index}`, 'AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId: ref(`Subnet${index}`),
      RouteTableId: ref(`Table${index}`),
    });
  }
  for (const [index, store] of stores.entries()) {
    const id = `Store${index}`;
    if (store.kind === 'table') add(id, 'AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST' });
    if (store.kind === 'database') {
      add(`${id}Subnets`, 'AWS::RDS::DBSubnetGroup', { SubnetIds: subnetsOf(store.subnets) });
      add(id, 'AWS::RDS::DBInstance', {
        Engine: 'postgres',
        DBSubnetGroupName: ref(`${id}Subnets`),
        ...(store.standby ? { MultiAZ: true } : {}),
      });
    }
    if (store.kind === 'aurora') {
      const listed = Array.from({ length: store.over ?? 0 }, (_, at) => zoneOf(at));
      add(id, 'AWS::RDS::DBCluster', {
        Engine: 'aurora-postgresql',
        ...(listed.length > 0 ? { AvailabilityZones: listed } : {}),
      });
      for (const [at, where] of store.instances.entries()) {
        add(`${id}Instance${at}`, 'AWS::RDS::DBInstance', {
          Engine: 'aurora-postgresql',
          DBClusterIdentifier: ref(id),
          ...(where === undefined ? {} : { AvailabilityZone: zoneOf(where) }),
        });
      }
    }
    if (store.kind === 'files') {
      add(id, 'AWS::EFS::FileSystem');
      for (const target of store.targets) {
        add(`${id}Target${target}`, 'AWS::EFS::MountTarget', { FileSystemId: ref(id), SubnetId: ref(`Subnet${target}`) });
      }
    }
  }
  const addressOf = (index: number): Json => {
    const store = stores[index];
    if (store?.kind === 'database' || store?.kind === 'aurora') return attribute(`Store${index}`, 'Endpoint.Address');
    return ref(`Store${index}`);
  };
  const clustered = groups.some(({ kind }) => typeof kind === 'object');
  if (groups.some(({ kind }) => kind !== 'machines')) add('Cluster', 'AWS::ECS::Cluster');
  for (const [index, group] of groups.entries()) {
    const id = `Group${index}`;
    const poolsOf = [...pools.entries()].filter(([, pool]) => pool.members.includes(index)).map(([at]) => ref(`Pool${at}`));
    if (group.kind === 'machines') {
      const lines = group.uses.map(addressOf);
      const isHost = clustered && index === 0;
      add(`${id}Launch`, 'AWS::EC2::LaunchTemplate', {
        LaunchTemplateData: {
          ImageId: 'ami-0123456789abcdef0',
          UserData: { 'Fn::Base64': { 'Fn::Join': ['\n', ['#!/bin/sh', ...lines, ...(isHost ? [ref('Cluster')] : [])]] } },
        },
      });
      add(id, 'AWS::AutoScaling::AutoScalingGroup', {
        MinSize: countOf(group.wanted, id),
        MaxSize: '9',
        VPCZoneIdentifier: subnetsOf(group.subnets),
        LaunchTemplate: { LaunchTemplateId: ref(`${id}Launch`), Version: '1' },
        ...(poolsOf.length > 0 ? { TargetGroupARNs: poolsOf } : {}),
      });
      if (group.scaledTo !== undefined)
        add(`${id}Nightly`, 'AWS::AutoScaling::ScheduledAction', {
          AutoScalingGroupName: ref(id),
          MinSize: group.scaledTo,
          Recurrence: '0 20 * * *',
        });
      continue;
    }
    add(`${id}Task`, 'AWS::ECS::TaskDefinition', {
      ContainerDefinitions: [
        { Name: 'app', Image: 'app', Environment: group.uses.map((store) => ({ Name: 'STORE', Value: addressOf(store) })) },
      ],
    });
    add(id, 'AWS::ECS::Service', {
      Cluster: ref('Cluster'),
      TaskDefinition: ref(`${id}Task`),
      DesiredCount: countOf(group.wanted, id),
      ...(group.kind === 'containers'
        ? { LaunchType: 'FARGATE', NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnetsOf(group.subnets) } } }
        : { LaunchType: 'EC2' }),
      ...(poolsOf.length > 0
        ? { LoadBalancers: poolsOf.map((pool) => ({ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: pool })) }
        : {}),
    });
    if (group.scaledTo !== undefined)
      add(`${id}Scaling`, 'AWS::ApplicationAutoScaling::ScalableTarget', {
        ServiceNamespace: 'ecs',
        ScalableDimension: 'ecs:service:DesiredCount',
        ResourceId: { 'Fn::Join': ['/', ['service', ref('Cluster'), attribute(id, 'Name')]] },
        MinCapacity: group.scaledTo,
        MaxCapacity: 9,
      });
  }
  for (const index of pools.keys())
    add(`Pool${index}`, 'AWS::ElasticLoadBalancingV2::TargetGroup', { Protocol: 'HTTP', Port: 80, VpcId: ref('Vpc') });
  for (const [index, balancer] of balancers.entries()) {
    add(`Balancer${index}`, 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Type: balancer.kind,
      Subnets: subnetsOf(balancer.subnets),
    });
    for (const pool of balancer.pools)
      add(`Listener${index}Of${pool}`, 'AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref(`Balancer${index}`),
        Port: 80 + pool,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: ref(`Pool${pool}`) }],
      });
  }
  const letters = [...used].filter((name): name is 'p' | 'q' => typeof name === 'string').sort();
  const parameters = Object.fromEntries([
    ...letters.map((name) => [`Zone${name.toUpperCase()}`, { Type: 'AWS::EC2::AvailabilityZone::Name' }] as const),
    ...[...unsaid].map((name) => [name, { Type: 'Number' }] as const),
  ]);
  return { ...(Object.keys(parameters).length > 0 ? { Parameters: parameters } : {}), Resources: resources };
}
