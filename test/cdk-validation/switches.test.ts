import { Shop } from '../support/shop-stack';
import { aHost, synthesize } from '../support/synthesis';

const fragile = Symbol('fragile');
const judged = (props: object = {}, env: Record<string, string> = {}, context: Record<string, unknown> = {}) =>
  synthesize((app) => new Shop(app, 'shop', { zones: 1 }), props, aHost({ env }), context).error === undefined ? 'off' : fragile;

describe('the plugin', () => {
  it.each([
    ['the property', { enabled: false }, {}, {}],
    ['the context of the CDK', {}, {}, { 'nospof:enabled': false }],
    ['the context as the command line gives it', {}, {}, { 'nospof:enabled': 'false' }],
    ['the environment', {}, { NOSPOF: 'off' }, {}],
    ['the environment in other letters', {}, { NOSPOF: 'OFF' }, {}],
    ['the environment against the property', { enabled: true }, { NOSPOF: '0' }, {}],
  ])('is switched off by %s', (_, props, env, context) => {
    expect(judged(props, env, context)).toBe('off');
  });

  it.each([
    ['nothing is said', {}, {}, {}],
    ['the property says so', { enabled: true }, {}, {}],
    ['the context says so', {}, {}, { 'nospof:enabled': 'true' }],
    ['the variable says something else', {}, { NOSPOF: 'on' }, {}],
  ])('judges when %s', (_, props, env, context) => {
    expect(judged(props, env, context)).toBe(fragile);
  });

  it('does not even read its configuration when it is off', () => {
    const { error } = synthesize((app) => new Shop(app, 'shop'), { enabled: false, config: 'no-such-file.yaml' });
    expect(error).toBeUndefined();
  });
});
