import type { FactTable } from '../fact';
import { inert, regional } from './row';

/** Keys, permissions, projects, messages and watching. */
export const administration: FactTable = {
  google_pubsub_topic: regional('topic', 'queue', 'pubsub/architecture'),
  google_pubsub_subscription: inert('subscription'),
  google_kms_key_ring: inert('key ring', 'identity'),
  google_kms_crypto_key: inert('key', 'identity'),
  google_secret_manager_secret: inert('secret'),
  google_secret_manager_secret_version: inert('secret version', 'configuration', { carries: ['secret_data'] }),
  google_service_account: inert('service account', 'identity'),
  google_service_account_key: inert('service account key', 'identity'),
  google_identity_platform: regional('identity service', 'store', 'identity-platform/docs', {
    service: { what: 'identity service' },
  }),
  google_iam_workload_identity_pool: inert('workload identity pool', 'identity'),
  google_iam_workload_identity_pool_provider: inert('workload identity provider', 'identity', {
    service: { what: 'identity provider', host: 'oidc.issuer_uri' },
  }),
  google_iam_permission: inert('permission', 'identity'),
  google_project: inert('project', 'identity'),
  google_project_service: inert('enabled service'),
  google_project_iam_custom_role: inert('role', 'identity'),
  google_logging_metric: inert('log metric', 'operations'),
  google_logging_project_sink: inert('log sink', 'operations'),
  google_monitoring_alert_policy: inert('alert policy', 'operations'),
  google_monitoring_dashboard: inert('dashboard', 'operations'),
  google_monitoring_notification_channel: inert('notification channel', 'operations'),
  google_monitoring_uptime_check_config: inert('uptime check', 'operations'),
};
