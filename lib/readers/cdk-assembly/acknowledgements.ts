import type { DeclaredAcknowledgement } from '../../model';
import { isJsonList, isObject, type JsonObject } from '../json';

/** Metadata in which the CDK keeps what `Validations.of(…).acknowledge` was given: a map of id to reason. */
const ACKNOWLEDGED = 'aws:cdk:acknowledged-rules';
/** In front of the ids of our plugin. */
export const PLUGIN_PREFIX = 'NoSpof::';

/** What the app accepts of our rules, with the construct it was said of. */
export function acknowledgementsIn(metadata: JsonObject): readonly DeclaredAcknowledgement[] {
  return Object.entries(metadata).flatMap(([path, entries]) =>
    (isJsonList(entries) ? entries : []).flatMap((entry) => {
      if (!isObject(entry) || entry.type !== ACKNOWLEDGED || !isObject(entry.data)) return [];
      const of = path.replace(/^\//, '').replace(/(\/(Resource|Default))+$/, '');
      return Object.entries(entry.data).flatMap(([id, reason]) =>
        id.startsWith(PLUGIN_PREFIX) && typeof reason === 'string' ? [{ rule: id.slice(PLUGIN_PREFIX.length), reason, of }] : [],
      );
    }),
  );
}
