import type { Stack, Unknown, Value } from '../../model';
import { objectAt, property } from '../json';
import { conditionValue } from './conditions';
import { declaredResources } from './declared-resources';
import { evaluate } from './evaluate';
import { evaluateCondition } from './evaluate-condition';
import { expandLoops, hasLoop } from './for-each';
import { type FittingTemplates, shapeKey } from './nested-by-shape';
import { isStackResource, type TemplateLibrary, templateLocation } from './nested-stacks';
import { outputValue } from './outputs';
import type { Memo, StackScope, SystemScope } from './scope';
import type { RawResource, Template } from './template';

/** More stacks than these come only from templates that multiply each other. */
const mostStacks = 2_000;

/** Where the templates of nested stacks are found. */
export interface TemplateSources {
  readonly library: TemplateLibrary;
  readonly fitting: FittingTemplates;
}

/** The stack to make of a template. */
export interface StackPlan {
  readonly template: Template;
  readonly stack: Stack;
  readonly deployedName?: string | undefined;
  readonly parent?: NonNullable<StackScope['parent']>;
  readonly existence?: Unknown | undefined;
}

/** Makes a stack of a template, and finds the stacks it contains. */
export function instantiate(plan: StackPlan, system: SystemScope, sources: TemplateSources): StackScope {
  const { template, stack, parent, existence, deployedName } = plan;
  const source = { file: template.file, path: [] };
  if (system.stacks.length >= mostStacks) {
    system.problems.fail(
      'too-many-stacks',
      `nested stacks make more than ${mostStacks} stacks`,
      'give fewer templates at once',
      source,
    );
  }
  const memo: Memo = { parameters: new Map(), conditions: new Map(), outputs: new Map(), nested: new Map() };
  const resources = new Map<string, RawResource>();
  const generated = new Map<string, string>();
  const scope: StackScope = {
    stack,
    template,
    system,
    ...(parent && { parent }),
    ...(deployedName !== undefined && { deployedName }),
    ...(existence && { existence }),
    resources,
    conditions: template.conditions,
    outputs: template.outputs,
    memo,
    evaluate: (node) => evaluate(node, scope),
    condition: (name) => conditionValue(name, scope),
    test: (expression) => evaluateCondition(expression, scope),
    nested: (id) => {
      if (memo.nested.has(id)) return memo.nested.get(id);
      memo.nested.set(id, undefined);
      const nested = nestedStack(id, scope, sources);
      memo.nested.set(id, nested);
      return nested;
    },
    output: (name) => outputValue(name, scope),
    generated: (name) => generated.get(name),
    sourceOf: (path) => ({ file: template.file, path }),
  };
  system.stacks.push(scope);
  system.current = scope.sourceOf([]);
  const expanded = hasLoop(template.conditions) || hasLoop(template.outputs);
  if (expanded) {
    Object.assign(scope, { conditions: expandLoops(template.conditions, scope), outputs: expandLoops(template.outputs, scope) });
  }
  for (const [id, resource] of declaredResources(scope, generated)) resources.set(id, resource);
  for (const [id, { path }] of resources) {
    system.current = scope.sourceOf(path);
    scope.nested(id);
  }
  return scope;
}

function nestedStack(id: string, scope: StackScope, sources: TemplateSources): StackScope | undefined {
  const resource = scope.resources.get(id);
  if (resource === undefined || !isStackResource(resource)) return undefined;
  const condition = resource.body.Condition;
  const truth = typeof condition === 'string' ? scope.condition(condition) : true;
  if (truth === false) return undefined;
  const template = templateOf(id, resource, scope, sources);
  if (template === undefined) return undefined;
  refuseCycle(template, id, scope);
  const stack: Stack = { ...scope.stack, name: `${scope.stack.name}/${id}`, file: template.file };
  const existence = typeof truth === 'boolean' ? scope.existence : truth;
  const parent = { scope, id, parameter: parameterOf(resource, scope) };
  return instantiate({ template, stack, parent, existence }, scope.system, sources);
}

function templateOf(
  id: string,
  resource: RawResource,
  scope: StackScope,
  { library, fitting }: TemplateSources,
): Template | undefined {
  const location = templateLocation(resource, scope);
  const named = location === undefined ? undefined : library.find(location, scope.template);
  const fit = named === undefined ? fitting.get(shapeKey(scope.template, id)) : undefined;
  if (fit !== undefined) {
    const message = `the template of stack "${id}" is not among the inputs by its name; "${fit.file}" has its parameters and outputs and is taken for it`;
    scope.system.problems.warn(
      'template-by-shape',
      message,
      'give the template under its own name if it is another',
      scope.sourceOf(resource.path),
    );
  }
  return named ?? fit;
}

/** A parameter that a stack resource passes, evaluated in the stack that it stands in. */
function parameterOf(resource: RawResource, scope: StackScope): (name: string) => Value | undefined {
  const parameters = objectAt(objectAt(resource.body, 'Properties'), 'Parameters');
  return (name) => {
    const node = property(parameters, name);
    return node === undefined ? undefined : scope.evaluate(node);
  };
}

function refuseCycle(template: Template, id: string, scope: StackScope): void {
  const files = [template.file];
  for (let at: StackScope | undefined = scope; at !== undefined; at = at.parent?.scope) {
    files.unshift(at.template.file);
    if (at.template !== template) continue;
    const source = { file: scope.template.file, path: ['Resources', id] };
    const path = files.map((file) => `"${file}"`).join(' -> ');
    scope.system.problems.fail(
      'reference-cycle',
      `templates instantiate each other in a circle: ${path}`,
      'break the cycle',
      source,
    );
  }
}
