import type { SettingTable } from '../../setting';
import { atLeast, given, on } from './shorthand';

/** A check of an alarm or of other checks has no interval of its own. */
const checksAnAddress = {
  'HealthCheckConfig.Type': ['HTTP', 'HTTPS', 'HTTP_STR_MATCH', 'HTTPS_STR_MATCH', 'TCP'],
};

/** Names, entries at the edge, and ways through the network. */
export const edgeSettings: SettingTable = {
  'AWS::ApiGateway::Stage': [given('throttling-missing', 'MethodSettings[].ThrottlingRateLimit')],
  'AWS::ApiGatewayV2::Stage': [given('throttling-missing', 'DefaultRouteSettings.ThrottlingRateLimit')],
  'AWS::CertificateManager::Certificate': [
    {
      kind: 'certificate-renewed-by-hand',
      path: 'ValidationMethod',
      good: { is: ['DNS'] },
      absent: 'bad',
      when: { CertificateAuthorityArn: 'absent' },
    },
  ],
  'AWS::CloudFront::Distribution': [given('origin-without-failover', 'DistributionConfig.OriginGroups.Items')],
  'AWS::NetworkFirewall::Firewall': [on('deletion-protection-off', 'DeleteProtection')],
  'AWS::Route53::HealthCheck': [
    {
      kind: 'health-check-slow',
      path: 'HealthCheckConfig.RequestInterval',
      good: { atMost: 10 },
      absent: 30,
      when: checksAnAddress,
    },
    atLeast('health-check-hasty', 'HealthCheckConfig.FailureThreshold', 3, 3, { when: checksAnAddress }),
  ],
};
