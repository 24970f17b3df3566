/** Words are few and attributes many: each spelling is worked out once. */
function once(make: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let made = known.get(name);
    if (made === undefined) {
      made = make(name);
      known.set(name, made);
    }
    return made;
  };
}

/** `loadBalancerType` to `load_balancer_type`. */
export const toSnake = once((name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase(),
);

/** Names in which CloudFormation writes an abbreviation in capitals. */
const capitals = new Map(
  [
    'AZMode',
    'DBClusterIdentifier',
    'DBClusterInstanceClass',
    'DBInstanceClass',
    'DBInstanceIdentifier',
    'DBSecurityGroups',
    'DBSubnetGroupName',
    'DNSName',
    'EFSVolumeConfiguration',
    'EIP',
    'MultiAZ',
    'MultiAZEnabled',
    'OpenZFSConfiguration',
    'PreferredCacheClusterAZs',
    'TTL',
    'TargetGroupARNs',
    'VPCOptions',
    'VPCSecurityGroups',
    'VPCZoneIdentifier',
  ].map((name) => [name.toLowerCase(), name] as const),
);

/** `load_balancer_type` or `loadBalancerType` to `LoadBalancerType`, as CloudFormation spells it. */
export const toPascal = once((name) => {
  const pascal = name.replace(/(^|[_-])([a-z0-9])/gi, (_whole, _break, letter: string) => letter.toUpperCase());
  return capitals.get(pascal.toLowerCase()) ?? pascal;
});

/**
 * The same for `subnet_mapping`, `subnetMapping` and `subnetMappings`: Pulumi writes the plural where Terraform repeats
 * a block.
 */
export const toStem = once((name) => {
  const snake = toSnake(name).replaceAll('_', '');
  if (snake.endsWith('ies')) return `${snake.slice(0, -3)}y`;
  const single = snake.endsWith('ses') ? snake.slice(0, -2) : snake;
  return single.endsWith('s') && !single.endsWith('ss') ? single.slice(0, -1) : single;
});
