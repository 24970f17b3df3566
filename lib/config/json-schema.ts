import { FIELDS } from './fields';
import { PATH } from './scalars';
import type { Fields, Shape } from './shape';

type Json = Readonly<Record<string, unknown>>;

/** The JSON schema of nospof.yaml for editors; `docs/nospof.schema.json` is this value, printed. */
export function configJsonSchema(): Json {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'nospof.yaml',
    description: 'what no template can say, and findings accepted with a reason',
    ...fieldsSchema(FIELDS),
  };
}

function fieldsSchema(fields: Fields): Json {
  const required = Object.keys(fields).filter((name) => fields[name]?.required);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, { description: field.about, ...shapeSchema(field.shape) }]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function shapeSchema(shape: Shape): Json {
  switch (shape.is) {
    case 'one-of':
      return { enum: shape.words };
    case 'text':
      return { type: 'string', pattern: '\\S', examples: [shape.example] };
    case 'count':
      return { type: 'integer', minimum: shape.least };
    case 'duration':
      return {
        anyOf: [
          { type: 'number', minimum: 0 },
          { type: 'string', pattern: '^(\\d+[smhd])+$' },
        ],
        examples: ['90s', '5m', '4h'],
      };
    case 'date':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2027-03-31'] };
    case 'flag':
      return { type: 'boolean' };
    case 'path':
      return { type: 'string', pattern: PATH.source };
    case 'paths': {
      const path = { type: 'string', pattern: PATH.source };
      return { anyOf: [path, { type: 'array', items: path, minItems: 1 }] };
    }
    case 'either':
      return { anyOf: shape.of.map(shapeSchema) };
    case 'by-name':
      return { type: 'object', additionalProperties: shapeSchema(shape.of) };
    case 'list':
      return { type: 'array', items: shapeSchema(shape.of) };
    case 'fields':
      return fieldsSchema(shape.fields);
  }
}
