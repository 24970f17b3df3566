import { isObject, type Json } from '../json';
import { toSnake } from './names';

/** Attributes by which other resources name one, in Terraform's spelling. */
const identifying: ReadonlySet<string> = new Set([
  'id',
  'arn',
  'name',
  'self_link',
  'instance_group',
  'dns_name',
  'domain_name',
  'endpoint',
  'reader_endpoint',
  'configuration_endpoint',
  'configuration_endpoint_address',
  'primary_endpoint_address',
  'reader_endpoint_address',
  'address',
  'invoke_arn',
  'allocation_id',
  'public_ip',
  'private_ip',
  'bucket_regional_domain_name',
  'cluster_identifier',
  'connection_name',
  'url',
]);

/** The known texts that identify a resource, with the attribute each one is the value of. */
export function identityTexts(values: Json | undefined): readonly { readonly attribute: string; readonly text: string }[] {
  if (!isObject(values)) return [];
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' && identifying.has(toSnake(name)) ? [{ attribute: name, text: value }] : [],
  );
}
