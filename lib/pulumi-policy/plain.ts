/** How the SDK is asked for the object behind its proxy, which throws wherever a value is not known yet. */
const BEHIND = '__getSpecialProxyTarget';

/**
 * Properties as plain JSON, with Pulumi's marks in place of what is not known yet. Assets and archives say nothing of an
 * architecture and are left out.
 */
export function plain(props: unknown): unknown {
  const target = typeof props === 'object' && props !== null ? (Reflect.get(props, BEHIND) ?? props) : props;
  return JSON.parse(JSON.stringify(target, (_key, value: unknown) => (isAsset(value) ? undefined : value)) ?? '{}') as unknown;
}

function isAsset(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('__pulumiAsset' in value || '__pulumiArchive' in value);
}
