import { Reference, type Resource, Unknown, type Value } from '../../model';

/** The cluster that runs the manifests, as far as the input tells. */
export interface Cluster {
  /** The cluster, where it is known. */
  readonly reference?: Reference;
  /** The cluster, whose nodes carry the pods, or why it is not known. */
  readonly nodes: Value;
  readonly region?: string;
}

const clusters: ReadonlySet<string> = new Set([
  'AWS::EKS::Cluster',
  'AWSQS::EKS::Cluster',
  'Custom::AWSCDK-EKS-Cluster',
  'google_container_cluster',
]);

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
  return { reference, region: only.stack.region, nodes: reference };
}

function unknown(symbol: string, because: string, tell: string): Unknown {
  return new Unknown(symbol, because, tell, true);
}
