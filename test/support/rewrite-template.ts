import type { Template } from './estate';

/** A template as plain JSON, in the long form of CloudFormation's functions. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };
type JsonMap = { readonly [name: string]: Json | undefined };
export interface AnyTemplate {
  readonly Resources?: { readonly [id: string]: Json | undefined };
  readonly [section: string]: Json | undefined;
}

const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rebuilds a value from the bottom; what `change` gives for a map is not looked into again. */
function mapJson(value: Json, change: (map: JsonMap) => Json | undefined): Json {
  if (Array.isArray(value)) return value.map((entry) => mapJson(entry, change));
  if (!isMap(value)) return value;
  const changed = change(value);
  if (changed !== undefined) return changed;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, entry === undefined ? undefined : mapJson(entry, change)]),
  );
}

/** Gives every logical id another name, everywhere it is used: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`. */
export function renameIds(template: AnyTemplate, nameOf: (id: string) => string): AnyTemplate {
  const ids = new Set(Object.keys(template.Resources ?? {}));
  const renamed = (id: string) => (ids.has(id) ? nameOf(id) : id);
  const inText = (text: string, own: ReadonlySet<string>) =>
    text.replace(/\$\{(\s*)([A-Za-z0-9]+)((?:\.[^}]*)?)\}/g, (whole, space: string, id: string, rest: string) =>
      own.has(id) ? whole : `\${${space}${renamed(id)}${rest}}`,
    );
  const rename = (value: Json): Json =>
    mapJson(value, (map) => {
      const [[name, inner] = [undefined, undefined], ...others] = Object.entries(map);
      if (others.length > 0 || inner === undefined) return undefined;
      if (name === 'Ref' && typeof inner === 'string') return { Ref: renamed(inner) };
      if (name === 'Fn::GetAtt' && typeof inner === 'string') {
        const [id = '', ...rest] = inner.split('.');
        return { 'Fn::GetAtt': [renamed(id), rest.join('.')] };
      }
      if (name === 'Fn::GetAtt' && Array.isArray(inner))
        return { 'Fn::GetAtt': [renamed(String(inner[0])), ...inner.slice(1).map(rename)] };
      if (name === 'Fn::Sub' && typeof inner === 'string') return { 'Fn::Sub': inText(inner, new Set()) };
      if (name === 'Fn::Sub' && Array.isArray(inner)) {
        const [text, variables = {}] = inner;
        return { 'Fn::Sub': [inText(String(text), new Set(Object.keys(variables as JsonMap))), rename(variables as Json)] };
      }
      return undefined;
    });
  const resources = Object.entries(template.Resources ?? {}).map(([id, resource]) => {
    const { DependsOn: after, ...rest } = (isMap(resource) ? resource : {}) as JsonMap;
    const waits =
      typeof after === 'string' ? renamed(after) : Array.isArray(after) ? after.map((other) => renamed(String(other))) : after;
    return [renamed(id), { ...(rename(rest) as JsonMap), ...(waits === undefined ? {} : { DependsOn: waits }) }] as const;
  });
  return { ...(rename({ ...template, Resources: undefined }) as AnyTemplate), Resources: Object.fromEntries(resources) };
}

/** The same resources in another order. */
export function reorder(template: AnyTemplate, ranks: readonly number[]): AnyTemplate {
  const entries = Object.entries(template.Resources ?? {}).map((entry, index) => ({
    entry,
    rank: ranks[index % ranks.length] ?? 0,
  }));
  entries.sort((a, b) => a.rank - b.rank);
  return { ...template, Resources: Object.fromEntries(entries.map(({ entry }) => entry)) };
}

/** The same maps with their keys the other way round, everywhere below the resources. */
export function turnKeys(template: AnyTemplate): AnyTemplate {
  const turned = (value: Json | undefined): Json | undefined => {
    if (Array.isArray(value)) return value.map((entry) => turned(entry) ?? null);
    if (!isMap(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, entry]) => [name, turned(entry)]),
    );
  };
  const resources = Object.entries(template.Resources ?? {}).map(([id, resource]) => [id, turned(resource)] as const);
  return { ...template, Resources: Object.fromEntries(resources) };
}

/** Tags, descriptions and construct paths on everything. */
export function decorate(template: AnyTemplate, words: readonly string[]): AnyTemplate {
  const word = (index: number) => words[index % words.length] ?? '';
  const resources = Object.entries(template.Resources ?? {}).map(([id, resource], index) => {
    const { Properties: properties, Metadata: metadata, ...rest } = (isMap(resource) ? resource : {}) as JsonMap;
    return [
      id,
      {
        ...rest,
        Metadata: { ...(metadata as JsonMap | undefined), 'aws:cdk:path': `Shop/${word(index)}/${index}` },
        Properties: {
          ...(properties as JsonMap | undefined),
          Tags: [{ Key: 'Name', Value: word(index) }],
          Description: word(index + 1),
        },
      },
    ] as const;
  });
  return { Description: word(0), ...template, Resources: Object.fromEntries(resources) };
}

/** Logical ids that a resource of the template refers to. */
function referencesOf(value: Json | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  if (value === undefined) return found;
  mapJson(value, (map) => {
    if (typeof map.Ref === 'string') found.add(map.Ref);
    const attribute = map['Fn::GetAtt'];
    if (Array.isArray(attribute)) found.add(String(attribute[0]));
    return undefined;
  });
  return found;
}

/** The resources with those ids and everything that they refer to, so that nothing in the set refers out of it. */
export function closureOf(template: Template, ids: Iterable<string>): ReadonlySet<string> {
  const closed = new Set<string>();
  const pending = [...ids];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const resource = template.Resources[id];
    if (resource === undefined || closed.has(id)) continue;
    closed.add(id);
    pending.push(...referencesOf(resource as Json));
  }
  return closed;
}

/** Two templates instead of one: what is `below` stays by itself, the rest refers to it through `bridge`. */
function cut(template: Template, below: ReadonlySet<string>, bridge: (name: string) => Json) {
  const crossed = new Map<string, Json>();
  const upper = Object.entries(template.Resources)
    .filter(([id]) => !below.has(id))
    .map(([id, resource]) => {
      const rewritten = mapJson(resource as Json, (map) => {
        const attribute = map['Fn::GetAtt'];
        const id = typeof map.Ref === 'string' ? map.Ref : Array.isArray(attribute) ? String(attribute[0]) : undefined;
        if (id === undefined || !below.has(id)) return undefined;
        const name = `${id}${Array.isArray(attribute) ? String(attribute[1]).replace(/\W/g, '') : ''}`;
        crossed.set(name, map as Json);
        return bridge(name);
      });
      return [id, rewritten] as const;
    });
  const lower = Object.entries(template.Resources).filter(([id]) => below.has(id));
  return {
    lower: Object.fromEntries(lower) as Template['Resources'],
    upper: Object.fromEntries(upper) as Template['Resources'],
    crossed,
  };
}

const withParameters = (template: Template, resources: Template['Resources']): Template => {
  const named = referencesOf(resources as unknown as Json);
  const kept = Object.entries(template.Parameters ?? {}).filter(([name]) => named.has(name));
  return { ...(kept.length > 0 ? { Parameters: Object.fromEntries(kept) } : {}), Resources: resources };
};

/** The template as two stacks that meet in exports and imports. */
export function splitByExports(
  template: Template,
  below: ReadonlySet<string>,
): { readonly network: Template; readonly app: Template } {
  const { lower, upper, crossed } = cut(template, below, (name) => ({ 'Fn::ImportValue': `network-${name}` }));
  const outputs = [...crossed].map(([name, value]) => [name, { Value: value, Export: { Name: `network-${name}` } }] as const);
  return {
    network: {
      ...withParameters(template, lower),
      ...(outputs.length > 0 ? { Outputs: Object.fromEntries(outputs) as NonNullable<Template['Outputs']> } : {}),
    },
    app: withParameters(template, upper),
  };
}

/** The template as a root with two nested stacks, of which the second takes what it needs from the first as parameters. */
export function splitByNesting(
  template: Template,
  below: ReadonlySet<string>,
): { readonly root: Template; readonly network: Template; readonly app: Template } {
  const { lower, upper, crossed } = cut(template, below, (name) => ({ Ref: name }));
  const network = withParameters(template, lower);
  const app = withParameters(template, upper);
  const own = (part: Template) => Object.fromEntries(Object.keys(part.Parameters ?? {}).map((name) => [name, { Ref: name }]));
  const names = [...crossed.keys()];
  const taken = Object.fromEntries(names.map((name) => [name, { 'Fn::GetAtt': ['Network', `Outputs.${name}`] }]));
  const outputs = Object.fromEntries([...crossed].map(([name, value]) => [name, { Value: value }]));
  return {
    root: {
      ...(template.Parameters === undefined ? {} : { Parameters: template.Parameters }),
      Resources: {
        Network: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: './network.json', Parameters: own(network) } },
        App: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: './app.json', Parameters: { ...own(app), ...taken } },
        },
      },
    },
    network: { ...network, Outputs: outputs as NonNullable<Template['Outputs']> },
    app: { ...app, Parameters: { ...app.Parameters, ...Object.fromEntries(names.map((name) => [name, { Type: 'String' }])) } },
  };
}
