import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { judgeSystem } from '../../lib/assess';
import { readTemplates } from '../../lib/readers';
import { parseDocument } from '../../lib/readers/parse-document';
import { type AnyTemplate, type Json, renameIds, turnKeys } from '../support/rewrite-template';
import { sharedFolder } from '../support/shared';
import { verdictsOf } from '../support/verdicts';

const { folder, describeHere } = sharedFolder('corpus/labelled');
const cases = describeHere === describe ? readdirSync(folder) : ['absent'];

type Files = ReadonlyMap<string, AnyTemplate>;

/** Properties that only give a thing a name; what a DNS record or a parameter is called is part of what it means. */
const NAMES =
  /^(Name|GroupName|RoleName|PolicyName|TopicName|QueueName|BucketName|FunctionName|AlarmName|LogGroupName|Family|LaunchTemplateName|AutoScalingGroupName|LoadBalancerName|DBInstanceIdentifier|DashboardName|TableName)$/;
const MEANT =
  /^AWS::(Route53|SSM|ApplicationAutoScaling|AutoScaling::(ScalingPolicy|ScheduledAction|LifecycleHook)|RDS::DBInstance|SQS::QueuePolicy|IAM::.*Policy)/;

function filesOf(name: string): Files {
  return new Map(
    readdirSync(join(folder, name))
      .sort()
      .map((file) => [file, parseDocument(readFileSync(join(folder, name, file), 'utf8')).documents[0] as AnyTemplate]),
  );
}

const judged = (files: Files) =>
  judgeSystem(readTemplates([...files].map(([file, body]) => ({ file: basename(file), body }))), { survive: 'zone' });

/** Every logical id replaced, the same id by the same word in all files. */
function renamed(files: Files): { readonly files: Files; readonly back: (id: string) => string } {
  const words = new Map<string, string>();
  for (const { Resources } of files.values())
    for (const id of Object.keys(Resources ?? {})) if (!words.has(id)) words.set(id, `Thing${words.size}`);
  const ids = new Map([...words].map(([id, word]) => [word, id]));
  return {
    files: new Map([...files].map(([file, body]) => [file, renameIds(body, (id) => words.get(id) ?? id)])),
    back: (word) => ids.get(word) ?? word,
  };
}

/** Tags, descriptions, construct paths and names that were given on purpose, all gone. */
function anonymous(files: Files): Files {
  const bare = (resource: Json | undefined): Json | undefined => {
    if (typeof resource !== 'object' || resource === null || Array.isArray(resource)) return resource;
    const { Description: _, Metadata: metadata, Properties: properties, ...rest } = resource as Record<string, Json>;
    const kept = Object.entries((properties ?? {}) as Record<string, Json>).filter(
      ([key]) =>
        !/^(Tags|Description|GroupDescription|AlarmDescription)$/.test(key) &&
        (MEANT.test(String(rest.Type)) || !NAMES.test(key)),
    );
    const told = Object.entries((metadata ?? {}) as Record<string, Json>).filter(([key]) => key !== 'aws:cdk:path');
    return {
      ...rest,
      ...(told.length > 0 ? { Metadata: Object.fromEntries(told) } : {}),
      ...(properties === undefined ? {} : { Properties: Object.fromEntries(kept) }),
    };
  };
  return new Map(
    [...files].map(([file, { Description: _, Resources = {}, ...rest }]) => [
      file,
      { ...rest, Resources: Object.fromEntries(Object.entries(Resources).map(([id, resource]) => [id, bare(resource)])) },
    ]),
  );
}

describeHere('the verdicts on a real template', () => {
  it.each(cases)('do not depend on logical ids: %s', (name) => {
    const files = filesOf(name);
    const other = renamed(files);
    expect(verdictsOf(judged(other.files), other.back)).toEqual(verdictsOf(judged(files)));
  });

  it.each(cases)('do not depend on tags, descriptions, construct paths and given names: %s', (name) => {
    const files = filesOf(name);
    expect(verdictsOf(judged(anonymous(files)))).toEqual(verdictsOf(judged(files)));
  });

  it.each(cases)('do not depend on the order of resources and properties: %s', (name) => {
    const files = filesOf(name);
    const turned = new Map(
      [...files]
        .map(([file, given]): [string, AnyTemplate] => [file, turnKeys(given)])
        .map(([file, body]) => [
          file,
          { ...body, Resources: Object.fromEntries(Object.entries(body.Resources ?? {}).reverse()) },
        ]),
    );
    expect(verdictsOf(judged(turned))).toEqual(verdictsOf(judged(files)));
  });
});
