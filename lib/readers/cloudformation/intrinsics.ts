import { cidr } from './cidr';
import { getStackOutput, importValue } from './cross-stack';
import { findInMap } from './find-in-map';
import { ifFunction } from './if';
import type { Intrinsic } from './intrinsic';
import { base64, joinFunction, length, select, splitFunction, toJsonString } from './lists';
import { getAtt, ref } from './references';
import { sub } from './sub';
import { transformFunction } from './transform';
import { truthFunction } from './truth-function';
import { getAzs } from './zones';

/** Every function of the template language, by its long name. */
export const intrinsics: ReadonlyMap<string, Intrinsic> = new Map<string, Intrinsic>([
  ['Fn::And', truthFunction('Fn::And')],
  ['Fn::Base64', base64],
  ['Fn::Cidr', cidr],
  ['Fn::Contains', truthFunction('Fn::Contains')],
  ['Fn::Equals', truthFunction('Fn::Equals')],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAZs', getAzs],
  ['Fn::GetAtt', getAtt],
  ['Fn::GetStackOutput', getStackOutput],
  ['Fn::If', ifFunction],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', joinFunction],
  ['Fn::Length', length],
  ['Fn::Not', truthFunction('Fn::Not')],
  ['Fn::Or', truthFunction('Fn::Or')],
  ['Fn::Select', select],
  ['Fn::Split', splitFunction],
  ['Fn::Sub', sub],
  ['Fn::ToJsonString', toJsonString],
  ['Fn::Transform', transformFunction],
  ['Ref', ref],
]);
