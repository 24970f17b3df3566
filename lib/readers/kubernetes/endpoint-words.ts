/** Last words of variables, keys and options that hold the address of something else. */
const endpointWords: ReadonlySet<string> = new Set([
  'addr',
  'address',
  'addresses',
  'broker',
  'brokers',
  'dsn',
  'endpoint',
  'endpoints',
  'fqdn',
  'host',
  'hosts',
  'hostname',
  'hostnames',
  'peer',
  'peers',
  'proxy',
  'server',
  'servers',
  'service',
  'services',
  'upstream',
  'upstreams',
  'uri',
  'url',
  'urls',
]);

/**
 * Whether what is called so holds an address: `DB_HOST`, `cart.url`, `--redisServer`, `HOST_NAME`. The last word says what
 * a value is: `SERVICE_NAME` and `HOST_DATABASE` hold no address.
 */
export function saysEndpoint(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return endpointWords.has(words.at(-1) ?? '') || words.slice(-2).join('') === 'hostname';
}
