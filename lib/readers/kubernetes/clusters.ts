import { isList, Reference, type Resource, Unknown, type Value } from '../../model';

/** The cluster that runs the manifests, as far as the input tells. */
export interface Cluster {
  /** The cluster, where it is known. */
  readonly reference?: Reference;
  /** The cluster where its nodes are known too, or an unknown list of places. */
  readonly nodes: Value;
  readonly region?: string;
}

const clusters: ReadonlySet<string> = new Set(['AWS::EKS::Cluster', 'google_container_cluster']);
const hosts: Readonly<Record<string, string>> = {
  'AWS::EKS::Nodegroup': 'ClusterName',
  'AWS::EKS::FargateProfile': 'ClusterName',
  google_container_node_pool: 'cluster',
};

/** Manifests do not say which cluster they are for: the only one that is given with them is taken for it. */
export function clusterAmong(resources: ReadonlyMap<string, Resource>): Cluster {
  const found = [...resources.values()].filter(({ type }) => clusters.has(type));
  const [only] = found;
  if (only === undefined) {
    const because = 'the cluster that runs it is not in the input';
    return { nodes: unknown('cluster', because, 'give the template or plan of the EKS or GKE cluster with the manifests') };
  }
  if (found.length > 1) {
    const because = `the input holds ${found.length} clusters, and nothing says which of them runs it`;
    return { nodes: unknown('cluster', because, 'give the manifests with their own cluster alone') };
  }
  const reference = new Reference(only.key);
  const { region } = only.stack;
  const hasNodes = [...resources.values()].some(({ type, properties }) => names(properties[hosts[type] ?? ''], only.key));
  if (hasNodes) return { reference, nodes: reference, region };
  const because = `the nodes of cluster "${only.id}" are not in the input`;
  return { reference, region, nodes: unknown(`nodes of ${only.key}`, because, 'give its node groups or Fargate profiles too') };
}

function unknown(symbol: string, because: string, tell: string): Unknown {
  return new Unknown(symbol, because, tell, true);
}

function names(value: Value | undefined, key: string): boolean {
  if (value instanceof Reference) return value.resource === key;
  return isList(value) && value.some((entry) => names(entry, key));
}
