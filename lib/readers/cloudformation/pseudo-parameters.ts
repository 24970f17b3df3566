import { Unknown, type Value } from '../../model';
import { property } from '../json';
import type { StackScope } from './scope';
import { deployed } from './unknowns';

/** The value of `AWS::…`; undefined for AWS::NoValue. */
export function pseudoParameter(name: string, scope: StackScope): Value | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const root = rootOf(scope);
  const given = property(root.system.options.parameters ?? {}, name);
  if (typeof given === 'string') return given;
  const { stack } = scope;
  switch (name) {
    case 'AWS::Region':
      return regionValue(stack.region);
    case 'AWS::AccountId':
      return (
        stack.account ??
        deployed(`account of ${root.stack.name}`, `the account of stack "${root.stack.name}" is not in the input`)
      );
    case 'AWS::StackName':
      if (scope.deployedName !== undefined) return scope.deployedName;
      return deployed(`name of ${stack.name}`, `the name of stack "${stack.name}" is chosen when it is deployed`);
    case 'AWS::Partition':
      return partition(stack.region) ?? deployed('partition', 'the partition depends on the region');
    case 'AWS::URLSuffix':
      return urlSuffix(stack.region) ?? deployed('URL suffix', 'the domain of the endpoints depends on the region');
    case 'AWS::NotificationARNs':
      return deployed(`notification topics of ${stack.name}`, 'notification topics are given when the stack is deployed', true);
    default:
      return deployed(`${name} of ${stack.name}`, `${name} is known only when the stack is deployed`);
  }
}

/** A region as a value: its name, or the unknown that its symbol stands for. */
function regionValue(region: string): Value {
  if (!region.startsWith('region of ')) return region;
  return new Unknown(region, 'the input does not say the region', '--region …');
}

function rootOf(scope: StackScope): StackScope {
  let root = scope;
  while (root.parent !== undefined) root = root.parent.scope;
  return root;
}

function partition(region: string): string | undefined {
  if (region.startsWith('region of ')) return undefined;
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function urlSuffix(region: string): string | undefined {
  if (region.startsWith('region of ')) return undefined;
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
