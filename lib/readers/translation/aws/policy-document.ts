import { isList, isMap, type Value, type ValueMap } from '../../../model';
import { toStem } from '../names';

/**
 * The document that `aws_iam_policy_document` makes of its blocks; Pulumi writes them alike.
 *
 * @param attributes - statements and documents to start from, in either spelling
 */
export function policyDocument(attributes: ValueMap): ValueMap {
  const others = ['source_policy_documents', 'override_policy_documents'].flatMap((name) => listAt(attributes, name));
  const inherited = others.flatMap((other) => (isMap(other) ? asList(other.Statement) : statementsIn(other)));
  const own = listAt(attributes, 'statement').flatMap((entry) => (isMap(entry) ? [statement(entry)] : []));
  return { Version: '2012-10-17', Statement: [...inherited, ...own] };
}

function statement(block: ValueMap): ValueMap {
  const effect = block.effect ?? 'Allow';
  const made: Record<string, Value> = { Effect: effect };
  for (const [to, from] of [
    ['Action', 'actions'],
    ['NotAction', 'not_actions'],
    ['Resource', 'resources'],
    ['NotResource', 'not_resources'],
  ] as const) {
    const values = listAt(block, from);
    if (values.length > 0) made[to] = values;
  }
  return made;
}

/** Statements of a document that is written as a text. */
function statementsIn(text: Value): readonly Value[] {
  if (typeof text !== 'string') return [];
  try {
    const parsed = JSON.parse(text) as Value;
    return isMap(parsed) ? asList(parsed.Statement) : [];
  } catch {
    return [];
  }
}

function listAt(values: ValueMap, name: string): readonly Value[] {
  const found = Object.keys(values).find((key) => toStem(key) === toStem(name));
  return found === undefined ? [] : asList(values[found]);
}

function asList(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}
