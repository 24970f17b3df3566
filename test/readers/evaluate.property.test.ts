// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of templates are what is tested

import { InputError } from '../../lib/diagnostics';
import { isList, isMap, Reference, Text, Unknown, type Value } from '../../lib/model';
import { readTemplates } from '../../lib/readers';
import { intrinsics } from '../../lib/readers/cloudformation/intrinsics';
import { fc } from '../support/laws';
import { evaluated, readBody } from '../support/read';

const names = ['A', 'B', 'C', 'AWS::NoValue', 'AWS::Region', 'A.Arn', 'Nowhere', '__proto__', 'constructor', ''];
const name = fc.constantFrom(...names);
const functions = [...intrinsics.keys(), 'Condition', 'Fn::ForEach::Each', 'Fn::Cook'];

/** Anything that can stand in a template: well-formed calls, calls with wrong arguments, plain values. */
const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(
      name,
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.string(),
      fc.constantFrom('${A}', '${B.x}-${!C}', 'a,b', '10.0.0.0/16'),
    ),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(name, tie('node'), { maxKeys: 3 }),
    fc.tuple(fc.constantFrom(...functions), tie('node')).map(([key, argument]) => ({ [key]: argument })),
    fc.tuple(fc.constantFrom(...functions), fc.array(tie('node'), { maxLength: 4 })).map(([key, list]) => ({ [key]: list })),
    name.map((Ref) => ({ Ref })),
    fc.tuple(name, tie('node'), tie('node')).map(([condition, a, b]) => ({ 'Fn::If': [condition, a, b] })),
  ),
}));

const parameter = fc.record(
  {
    Type: fc.constantFrom('String', 'Number', 'CommaDelimitedList', 'List<Number>', 'AWS::SSM::Parameter::Value<String>'),
    Default: node,
    AllowedValues: node,
  },
  { requiredKeys: ['Type'] },
);
const resource = fc.record(
  {
    Type: fc.constantFrom('T::T::T', 'AWS::CloudFormation::Stack', 'AWS::Serverless::Function', 'AWS::Serverless::Api'),
    Properties: node,
    Condition: name,
    DependsOn: node,
    Metadata: node,
  },
  { requiredKeys: ['Type'] },
);
const template = fc.record(
  {
    Resources: fc.dictionary(name, resource, { maxKeys: 4 }),
    Parameters: fc.dictionary(name, parameter, { maxKeys: 3 }),
    Conditions: fc.dictionary(name, node, { maxKeys: 3 }),
    Mappings: fc.dictionary(name, fc.dictionary(name, node)),
    Outputs: fc.dictionary(name, fc.record({ Value: node, Export: fc.record({ Name: node }) })),
    Transform: fc.constantFrom('AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions', 'Cook'),
    Globals: node,
  },
  { requiredKeys: ['Resources'] },
);

function* unknownsIn(value: Value | undefined): Generator<Unknown> {
  if (value instanceof Unknown) yield value;
  else if (value instanceof Text) for (const part of value.parts) yield* unknownsIn(part);
  else if (isList(value)) for (const item of value) yield* unknownsIn(item);
  else if (isMap(value)) for (const item of Object.values(value)) yield* unknownsIn(item);
}

describe('laws of the evaluator', () => {
  it('whatever a template holds, it is read or refused', () => {
    fc.assert(
      fc.property(fc.array(template, { minLength: 1, maxLength: 3 }), (bodies) => {
        try {
          readTemplates(bodies.map((body, at) => ({ file: `${at}.json`, body })));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.problems).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('Split undoes Join, whatever is joined', () => {
    const Resources = { A: { Type: 'T::T::T' }, B: { Type: 'T::T::T' } };
    const Parameters = { P: { Type: 'String' }, L: { Type: 'CommaDelimitedList' } };
    const word = fc.stringMatching(/^[a-z]{1,5}$/);
    const item = fc.oneof(
      word,
      fc.constantFrom<unknown>({ Ref: 'A' }, { Ref: 'P' }, { 'Fn::GetAtt': ['B', 'Arn'] }, { Ref: 'AWS::Region' }),
    );
    const separator = fc.constantFrom(',', '-', '/', '::');
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), separator, (items, by) => {
        const direct = evaluated(items, { Resources, Parameters });
        // an attribute alone may hold the separator itself, so that its pieces stay open
        fc.pre(items.length > 1 || typeof items[0] === 'string');
        expect(evaluated({ 'Fn::Split': [by, { 'Fn::Join': [by, items] }] }, { Resources, Parameters })).toEqual(direct);
      }),
    );
  });

  it('a template with all its parameters given leaves none unknown', () => {
    const names_ = ['A', 'B', 'C'];
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('String', 'CommaDelimitedList', 'AWS::SSM::Parameter::Value<String>'),
        (nodes, Type) => {
          const Parameters = Object.fromEntries(names_.map((each) => [each, { Type }]));
          const Resources = Object.fromEntries(nodes.map((it, at) => [`R${at}`, { Type: 'T::T::T', Properties: { it } }]));
          const system = readBody({ Parameters, Resources }, { parameters: { A: 'a', B: 'b,c', C: '' } });
          for (const { properties } of system.resources.values()) {
            for (const { symbol } of unknownsIn(properties)) expect(symbol).not.toMatch(/^parameter /);
          }
        },
      ),
    );
  });

  it('the order of resources changes no value', () => {
    const plain = fc.dictionary(
      fc.constantFrom('A', 'B', 'C'),
      fc.record({ Type: fc.constant('T::T::T'), Properties: fc.record({ it: node }) }),
      { minKeys: 2 },
    );
    fc.assert(
      fc.property(plain, (resources) => {
        const read = (entries: [string, object][]) => {
          try {
            const system = readBody({ Resources: Object.fromEntries(entries) });
            return entries
              .map(([id]) => id)
              .sort()
              .map((id) => system.resources.get(`shop/${id}`)?.properties);
          } catch (error) {
            if (error instanceof InputError) return 'refused';
            throw error;
          }
        };
        expect(read(Object.entries(resources).reverse())).toEqual(read(Object.entries(resources)));
      }),
    );
  });

  it('references point at resources that exist', () => {
    fc.assert(
      fc.property(template, (body) => {
        let system: ReturnType<typeof readBody>;
        try {
          system = readBody(body);
        } catch (error) {
          if (error instanceof InputError) return;
          throw error;
        }
        const visit = (value: Value): void => {
          if (value instanceof Reference) expect(system.resources.has(value.resource)).toBe(true);
          else if (value instanceof Text) value.parts.forEach(visit);
          else if (isList(value)) value.forEach(visit);
          else if (isMap(value)) Object.values(value).forEach(visit);
        };
        for (const { properties } of system.resources.values()) visit(properties);
      }),
      { numRuns: 300 },
    );
  });
});
