import type { Assessment, Finding } from '../diagnostics';
import { fingerprints, reportPath } from './fingerprint';
import { plain } from './text/plain';

/** GitLab's code quality report: what a merge request shows beside the change. Acknowledged findings are left out. */
export function renderGitlab({ findings }: Assessment): string {
  const prints = fingerprints(findings);
  const issues = findings.flatMap((finding, index) => {
    const { resource, rule, message, fix, acknowledged } = finding;
    if (acknowledged !== undefined) return [];
    return [
      {
        type: 'issue',
        check_name: rule,
        description: plain(`${message}. To fix it: ${fix}`),
        categories: ['Bug Risk'],
        severity: SEVERITIES[finding.severity],
        fingerprint: prints[index] ?? '',
        location: { path: plain(reportPath(resource.file)), lines: { begin: resource.line ?? 1 } },
      },
    ];
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}

/** GitLab's words; `blocker` would say more than a template can know. */
const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { error: 'critical', warning: 'major', info: 'info' };
