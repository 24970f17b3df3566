/** What a value of nospof.yaml may be; the checker, the JSON schema and the docs derive from it. */
export type Shape =
  | { readonly is: 'one-of'; readonly words: readonly string[] }
  | { readonly is: 'text'; readonly example: string }
  | { readonly is: 'count'; readonly least: number }
  | { readonly is: 'duration' }
  | { readonly is: 'date' }
  | { readonly is: 'flag' }
  /** Where a fact looks in the properties; see docs/guides/teaching-a-fact.md. */
  | { readonly is: 'path' }
  /** One path or several; always a list when checked. */
  | { readonly is: 'paths' }
  /** The first shape that the kind of the value fits. */
  | { readonly is: 'either'; readonly of: readonly Shape[] }
  /** `keys` says what the keys name; a resource where it is absent. */
  | { readonly is: 'by-name'; readonly of: Shape; readonly keys?: string }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'fields'; readonly fields: Fields };

export interface Field {
  readonly about: string;
  readonly shape: Shape;
  readonly required?: boolean;
}
export type Fields = Readonly<Record<string, Field>>;

/** Words for what a shape takes: `component, zone, region or provider`. */
export function expected(shape: Shape): string {
  switch (shape.is) {
    case 'one-of':
      return shape.words.length < 2 ? shape.words.join('') : `${shape.words.slice(0, -1).join(', ')} or ${shape.words.at(-1)}`;
    case 'text':
      return `a text such as ${shape.example}`;
    case 'count':
      return `a whole number, ${shape.least} or more`;
    case 'duration':
      return 'a duration such as 90s, 5m or 4h';
    case 'date':
      return 'a day such as 2027-03-31';
    case 'flag':
      return 'true or false';
    case 'path':
      return 'a path into the properties such as Config.NodeCount';
    case 'paths':
      return 'a path into the properties such as VpcConfig.SubnetIds, or a list of them';
    case 'either':
      return shape.of.map(expected).join('; or ');
    case 'by-name':
      return `a map with a ${shape.keys ?? 'resource name'} as each key`;
    case 'list':
      return 'a list';
    case 'fields':
      return `a map with ${Object.keys(shape.fields).join(', ')}`;
  }
}
