import type { Assessment } from '../diagnostics';

/** Keys in the order of the published report; keys that are not here follow in alphabetical order. */
const KEY_ORDER = [
  ...[
    'version',
    'base',
    'head',
    'system',
    'inputs',
    'survive',
    'summary',
    'broughtIn',
    'takenAway',
    'stillThere',
    'findings',
    'key',
    'ref',
    'noun',
    'role',
    'zones',
  ],
  ...[
    'resources',
    'dependencies',
    'functions',
    'failureDomains',
    'domains',
    'label',
    'stops',
    'lost',
    'unproven',
    'survives',
    'idle',
  ],
  ...['witnesses', 'topology', 'idleResources', 'unknownTypes', 'overrides', 'problems'],
  ...[
    'rule',
    'category',
    'severity',
    'code',
    'fatal',
    'function',
    'of',
    'loses',
    'scope',
    'recovery',
    'recoverySeconds',
    'resource',
  ],
  ...[
    'id',
    'type',
    'nativeType',
    'failureDomain',
    'message',
    'hint',
    'fix',
    'evidence',
    'from',
    'to',
    'kind',
    'because',
    'cause',
    'tell',
    'name',
    'entry',
  ],
  ...[
    'reason',
    'until',
    'by',
    'baseline',
    'at',
    'file',
    'line',
    'column',
    'path',
    'stack',
    'region',
    'unknown',
    'units',
    'capacityLeft',
  ],
  ...['world', 'was', 'acknowledged'],
];
const RANK = new Map(KEY_ORDER.map((key, index) => [key, index]));
/** Maps whose keys are the user's words, not ours. */
const BY_NAME: ReadonlySet<string> = new Set(['world', 'unknownTypes', 'capacityLeft']);

/**
 * Version 1 of the JSON report: two spaces, keys in one order whatever order they were made in, final line break.
 *
 * Parsing it gives the assessment back. Control characters are written as escapes, so that it is safe to print.
 */
export function renderJson(assessment: Assessment): string {
  return printJson(assessment);
}

/** Data in the order of the published reports. */
export function printJson(data: unknown): string {
  const text = JSON.stringify(inOrder(data, false), null, 2);
  return `${text.replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

function inOrder(value: unknown, byName: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => inOrder(item, false));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort((a, b) => (byName ? 0 : rank(a) - rank(b)) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, inOrder((value as Record<string, unknown>)[key], BY_NAME.has(key))]));
}

function rank(key: string): number {
  return RANK.get(key) ?? KEY_ORDER.length;
}
