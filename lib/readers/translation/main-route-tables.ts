import { Reference, type Resource } from '../../model';

const association = 'AWS::EC2::SubnetRouteTableAssociation';

/**
 * Subnets without an association use the main route table of their network. Where the input declares that table, each
 * such subnet gets the association that is otherwise silent.
 */
export function addDefaultTables(resources: Map<string, Resource>): void {
  const tables = new Map<string, Resource>();
  for (const resource of resources.values()) {
    const network = resource.properties.MainTableOf;
    if (network instanceof Reference) tables.set(network.resource, resource);
  }
  if (tables.size === 0) return;
  const associated = new Set<string>();
  for (const { type, properties } of resources.values()) {
    if (type === association && properties.SubnetId instanceof Reference) associated.add(properties.SubnetId.resource);
  }
  for (const subnet of [...resources.values()]) {
    const network = subnet.properties.VpcId;
    if (subnet.type !== 'AWS::EC2::Subnet' || associated.has(subnet.key) || !(network instanceof Reference)) continue;
    const main = tables.get(network.resource);
    if (main === undefined) continue;
    const table = main.properties.RouteTableId ?? new Reference(main.key);
    resources.set(`${subnet.key}.main-route-table`, {
      key: `${subnet.key}.main-route-table`,
      id: `${subnet.id}.main-route-table`,
      type: association,
      properties: { SubnetId: new Reference(subnet.key), RouteTableId: table },
      stack: main.stack,
      source: main.source,
    });
  }
}
