import fc from 'fast-check';
import type { Assessment, Finding } from '../../lib/diagnostics';
import { aFinding, anAssessment, anUnproven } from './assessments';
import { aDomain, aResource, aShop } from './topologies';

/** Words that try to be something else where they are shown. */
const HOSTILE = [
  ...[
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><b>',
    "' onfocus='x",
    '&amp;',
    ']]>',
    '<!--',
    '-->',
  ],
  ...[
    '@everyone',
    '#1',
    '[click](http://example.com)',
    '![](http://example.com)',
    '`code`',
    '| cell |',
    '</details>',
    '{0}',
    '**bold**',
  ],
  ...[
    '::error::injected',
    'a\n::warning::injected',
    '%0A',
    'a,b:c',
    '##[error]x',
    '\u001b[31mred\u001b[0m',
    '\u202egnp',
    '\u0000',
    '\ud800',
  ],
  ...['%%{init: {}}%%', 'end', '"]', '#quot;', '결제 서비스', '🙂', '', ' '],
];

/** A text from an input: anything, or something hostile. */
const noise = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }));

/** An assessment in which every word that comes from an input is noise. */
export const noisyAssessments: fc.Arbitrary<Assessment> = fc
  .record({
    words: fc.array(noise, { minLength: 12, maxLength: 12 }),
    severity: fc.constantFrom('error', 'warning', 'info') as fc.Arbitrary<Finding['severity']>,
    accepted: fc.boolean(),
    line: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
  })
  .map(({ words, severity, accepted, line }) => {
    const [
      id = '',
      type = '',
      file = '',
      path = '',
      message = '',
      fix = '',
      because = '',
      reason = '',
      zone = '',
      name = '',
      tell = '',
      input = '',
    ] = words;
    const resource = { id, type, file, path, ...(line === undefined ? {} : { line, column: 1 }) };
    const shop = aShop();
    return anAssessment({
      system: { inputs: [input], survive: 'zone', world: { [id]: name } },
      findings: [
        aFinding({
          severity,
          resource,
          message,
          fix,
          loses: [name],
          failureDomain: `zone ${zone}`,
          evidence: [{ from: id, to: name, because, file, line: 1 }],
          world: { [name]: id },
          ...(accepted ? { acknowledged: { reason, by: name } } : {}),
        }),
      ],
      unproven: [anUnproven({ of: name, failureDomain: `zone ${zone}`, because, tell, resource })],
      witnesses: [{ function: 'serve', of: name, failureDomain: `zone ${zone}`, path: [id, name] }],
      problems: [{ code: 'unmatched-entry', fatal: false, message, hint: fix, at: { file, line: 1, column: 1 } }],
      unknownTypes: { [type]: 1 },
      topology: {
        ...shop,
        zones: [...shop.zones, { label: zone, region: name, unknown: true }],
        resources: [...shop.resources, { ...aResource('store', id), noun: type, zones: [zone], region: name }],
        domains: [...shop.domains, aDomain(`zone ${zone}`, { lost: [name], stops: [`shop/${id}`] })],
        functions: [...shop.functions, { kind: 'serve', name, entry: `shop/${id}` }],
      },
    });
  });
