import type { TypeTable } from './mapping';

/** Providers that make values, files and pauses: nothing of them runs. */
export const otherTypes: TypeTable = {
  null_resource: ['null_resource', 'null:index/resource:Resource'],
  terraform_data: ['terraform_data'],
  random_id: ['random_id', 'random:index/randomId:RandomId'],
  random_integer: ['random_integer', 'random:index/randomInteger:RandomInteger'],
  random_password: ['random_password', 'random:index/randomPassword:RandomPassword'],
  random_pet: ['random_pet', 'random:index/randomPet:RandomPet'],
  random_shuffle: ['random_shuffle', 'random:index/randomShuffle:RandomShuffle'],
  random_string: ['random_string', 'random:index/randomString:RandomString'],
  random_uuid: ['random_uuid', 'random:index/randomUuid:RandomUuid'],
  tls_private_key: ['tls_private_key', 'tls:index/privateKey:PrivateKey'],
  tls_self_signed_cert: ['tls_self_signed_cert', 'tls:index/selfSignedCert:SelfSignedCert'],
  tls_cert_request: ['tls_cert_request', 'tls:index/certRequest:CertRequest'],
  tls_locally_signed_cert: ['tls_locally_signed_cert', 'tls:index/locallySignedCert:LocallySignedCert'],
  local_file: ['local_file', 'local:index/file:File'],
  local_sensitive_file: ['local_sensitive_file', 'local:index/sensitiveFile:SensitiveFile'],
  time_sleep: ['time_sleep', 'time:index/sleep:Sleep'],
  time_static: ['time_static', 'time:index/static:Static'],
  time_rotating: ['time_rotating', 'time:index/rotating:Rotating'],
  archive_file: ['archive_file'],
  cloudinit_config: ['cloudinit_config'],
  command: ['null_resource', 'command:local:Command', 'command:remote:Command'],
};
