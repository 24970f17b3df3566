/**
 * As much of the SARIF 2.1.0 specification as nospof writes: which properties an object may have, which it must have, and
 * what their values may be. Anything else is an error, as in the schema of the specification.
 */
type Check = (value: unknown, path: string) => string[];

const text: Check = (value, path) => (typeof value === 'string' ? [] : [`${path}: not a string`]);
const flag: Check = (value, path) => (typeof value === 'boolean' ? [] : [`${path}: not a boolean`]);
const anything: Check = () => [];
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, path) =>
    allowed.includes(String(value)) ? [] : [`${path}: ${JSON.stringify(value)} is none of ${allowed.join(', ')}`];
const integerFrom =
  (least: number): Check =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= least
      ? []
      : [`${path}: ${JSON.stringify(value)} is no integer from ${least}`];
const matching =
  (pattern: RegExp): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : [`${path}: ${JSON.stringify(value)} does not match ${pattern}`];
const listOf =
  (check: Check, least = 0): Check =>
  (value, path) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((item, index) => check(item, `${path}[${index}]`))
      : [`${path}: no list of at least ${least}`];

function object(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const known: Readonly<Record<string, Check>> = { ...required, ...optional };
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: not an object`];
    const missing = Object.keys(required).filter((name) => !(name in value));
    return [
      ...missing.map((name) => `${path}: ${name} is missing`),
      ...Object.entries(value).flatMap(
        ([name, inner]) => known[name]?.(inner, `${path}.${name}`) ?? [`${path}: no property ${name}`],
      ),
    ];
  };
}

/** 3.11.5: braces in a message string are doubled; what is left are placeholders, and we have none. */
const messageText: Check = (value, path) => [
  ...text(value, path),
  ...(/[{}]/.test(String(value).replace(/\{\{|\}\}/g, '')) ? [`${path}: a single brace`] : []),
];
const message = object({ text: messageText });
/** RFC 3986, as far as a file needs it: no space, no control character, no character above ASCII, percent signs in pairs. */
const uri = matching(/^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/);
const level = oneOf('none', 'note', 'warning', 'error');
const region = object({ startLine: integerFrom(1) }, { startColumn: integerFrom(1) });
const physicalLocation = object({ artifactLocation: object({ uri }) }, { region });
const logicalLocation = object({ name: text, fullyQualifiedName: text, kind: text }, { properties: anything });
const location = object({ physicalLocation }, { message, logicalLocations: listOf(logicalLocation) });
const help = object({ text: messageText }, { markdown: text });
const rule = object(
  { id: matching(/^[a-z0-9-]+$/) },
  {
    name: matching(/^[A-Za-z]+$/),
    shortDescription: message,
    fullDescription: message,
    help,
    helpUri: matching(/^https:\/\//),
    defaultConfiguration: object({ level }),
    properties: anything,
  },
);
const notification = object({ message }, { descriptor: object({ id: text }), level, locations: listOf(location) });
const result = object(
  { message, ruleId: text, ruleIndex: integerFrom(0), level, locations: listOf(location, 1) },
  {
    codeFlows: listOf(object({ threadFlows: listOf(object({ locations: listOf(object({ location }), 1) }), 1) }, { message })),
    partialFingerprints: object({ 'nospofFinding/v1': text, primaryLocationLineHash: text }),
    suppressions: listOf(
      object(
        { kind: oneOf('inSource', 'external') },
        { status: oneOf('accepted', 'underReview', 'rejected'), justification: text },
      ),
    ),
    properties: anything,
  },
);
const run = object(
  {
    tool: object({ driver: object({ name: text }, { version: text, semanticVersion: text, rules: listOf(rule) }) }),
    results: listOf(result),
  },
  {
    invocations: listOf(
      object(
        { executionSuccessful: flag },
        { toolConfigurationNotifications: listOf(notification), toolExecutionNotifications: listOf(notification) },
      ),
    ),
    columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
    properties: anything,
  },
);
const log = object({ version: oneOf('2.1.0'), runs: listOf(run) }, { $schema: matching(/^https:\/\/docs\.oasis-open\.org\//) });

/** What in a SARIF log is not as the specification says. */
export function sarifErrors(value: unknown): string[] {
  return log(value, 'log');
}
