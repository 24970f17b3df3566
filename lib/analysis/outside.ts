import { type RegionalEndpoint, regionalEndpoint } from '../knowledge';
import { Reference, Text, Unknown, type Value } from '../model';

/** Something that is named and not declared in the input. */
export interface Outside {
  readonly unknown: Unknown;
  /** A provider answers there from a whole region, whoever it belongs to. */
  readonly endpoint?: RegionalEndpoint;
}

const TELL =
  "give the input that declares it; if it is somebody else's, accept it in nospof.yaml: acknowledgements, rule: unproven";

/** What a value names that nothing in the input bears; what is not known of it is named first. */
export function outsideOf(value: Value): Outside {
  if (value instanceof Unknown) return { unknown: value };
  if (value instanceof Reference) {
    const id = value.resource.slice(value.resource.lastIndexOf('/') + 1);
    return { unknown: new Unknown(`outside ${value.resource}`, `what "${id}" leads to is not known`, TELL) };
  }
  const shown = shownAs(value);
  const endpoint = regionalEndpoint(shown);
  const open = value instanceof Text ? value.parts.find((part) => part instanceof Unknown) : undefined;
  const unknown =
    open === undefined
      ? new Unknown(`outside ${shown}`, `"${shown}" is not declared in the input`, TELL)
      : new Unknown(`outside ${shown}`, `"${shown}" is not known: ${open.because}`, open.tell);
  return { unknown, ...(endpoint === undefined ? {} : { endpoint }) };
}

/** A text with the names of its open parts, as a template would write it. */
function shownAs(value: Value): string {
  if (!(value instanceof Text)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  return value.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part instanceof Unknown) return `\${${lastOf(part.symbol)}}`;
      return part instanceof Reference ? `\${${lastOf(part.resource)}}` : `${part.region}#${part.index}`;
    })
    .join('');
}

/** `parameter Shop/Bucket` is written `Bucket`. */
function lastOf(symbol: string): string {
  return symbol.slice(Math.max(symbol.lastIndexOf('/'), symbol.lastIndexOf(' ')) + 1);
}
