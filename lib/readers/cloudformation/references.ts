import { isList, Reference, Unknown, type Value } from '../../model';
import type { Json } from '../json';
import type { Intrinsic } from './intrinsic';
import { isDeclared, parameterValue } from './parameters';
import { pseudoParameter } from './pseudo-parameters';
import type { StackScope } from './scope';
import { scalarText } from './text';
import { deployed, removed, uncalled, undeclared } from './unknowns';

/** `Ref`: a parameter, a pseudo parameter or a resource. */
export const ref: Intrinsic = (argument, scope) => {
  const name = typeof argument === 'string' ? argument : scalarText(scope.evaluate(argument));
  if (name === undefined) return uncalled('Ref', undefined, 'the name in a Ref is not known');
  return resolveName(name, scope);
};

/** What a name stands for in a template. */
export function resolveName(name: string, scope: StackScope): Value | undefined {
  if (name.startsWith('AWS::')) return pseudoParameter(name, scope);
  if (isDeclared(name, scope)) return parameterValue(name, scope);
  const resource = scope.resources.get(name);
  if (resource === undefined) {
    const generated = scope.generated(name);
    return generated === undefined ? unresolved(name, scope) : resolveName(generated, scope);
  }
  const absent = absence(name, scope);
  if (absent !== undefined) return absent;
  if (scope.nested(name) !== undefined)
    return deployed(`id of stack ${scope.stack.name}/${name}`, 'stack ids are given when deployed');
  return new Reference(`${scope.stack.name}/${name}`);
}

/** `Fn::GetAtt`, as a list or as `id.attribute`. */
export const getAtt: Intrinsic = (argument, scope) => {
  const [id, attribute] = attributeArguments(argument, scope);
  if (id === undefined || attribute === undefined) {
    return uncalled('Fn::GetAtt', undefined, 'Fn::GetAtt names no resource and attribute');
  }
  return resolveAttribute(id, attribute, scope);
};

function attributeArguments(argument: Json, scope: StackScope): readonly (string | undefined)[] {
  if (typeof argument === 'string') return atFirstDot(argument);
  const list = scope.evaluate(argument);
  if (!isList(list)) return atFirstDot(scalarText(list) ?? '');
  const words = list.map(scalarText);
  return words.length > 1 && words.every((word) => word !== undefined) ? atFirstDot(words.join('.')) : [];
}

function atFirstDot(text: string): readonly (string | undefined)[] {
  const dot = text.indexOf('.');
  return dot === -1 ? [] : [text.slice(0, dot), text.slice(dot + 1)];
}

/** What an attribute of a resource stands for; outputs of nested stacks are evaluated there. */
export function resolveAttribute(id: string, attribute: string, scope: StackScope): Value | undefined {
  const generated = scope.generated(`${id}.${attribute}`);
  if (generated !== undefined) return resolveName(generated, scope);
  if (!scope.resources.has(id)) return unresolved(id, scope);
  const absent = absence(id, scope);
  if (absent !== undefined) return absent;
  const nested = scope.nested(id);
  if (nested !== undefined && attribute.startsWith('Outputs.')) {
    const name = attribute.slice('Outputs.'.length);
    const value = nested.output(name);
    if (value !== undefined) return value;
    const message = `stack "${id}" has no output "${name}"`;
    scope.system.problems.warn(
      'unknown-output',
      message,
      `declare it in the Outputs of ${nested.template.file}`,
      scope.sourceOf(['Resources', id]),
    );
    return deployed(`output ${nested.stack.name}.${name}`, message);
  }
  if (nested === undefined && attribute.startsWith('Outputs.') && isStack(id, scope)) {
    const because = `the template of stack "${id}" is not among the inputs`;
    return new Unknown(`output ${scope.stack.name}/${id}.${attribute.slice(8)}`, because, `give the template of "${id}" too`);
  }
  if (attribute.startsWith('/cdk/exports/') && scope.resources.get(id)?.type === 'Custom::CrossRegionExportReader') {
    const value = scope.system.exportedAcrossRegions(attribute, scope);
    if (value !== undefined) return value;
  }
  return new Reference(`${scope.stack.name}/${id}`, attribute);
}

function isStack(id: string, scope: StackScope): boolean {
  const type = scope.resources.get(id)?.type;
  return type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application';
}

/** A name that nothing declares; said once, unless a transform may declare it. */
function unresolved(name: string, scope: StackScope): Value {
  const unknown = undeclared(name, scope);
  if (!scope.template.transforms.some((transform) => transform !== 'AWS::LanguageExtensions')) {
    scope.system.problems.warn('unknown-reference', unknown.because, 'correct the name', scope.system.current);
  }
  return unknown;
}

/** What stands for a resource that a false condition removes. */
function absence(id: string, scope: StackScope): Value | undefined {
  const condition = scope.resources.get(id)?.body.Condition;
  if (typeof condition !== 'string' || scope.condition(condition) !== false) return undefined;
  return removed(id, condition, scope);
}
