import { isObject, type Json, type JsonObject, objectAt } from './json';

/** What a parsed document is, by its content alone. */
export type Format =
  | 'cloudformation'
  | 'cloud-assembly'
  | 'terraform-plan'
  | 'terraform-state'
  | 'pulumi-preview'
  | 'pulumi-state'
  | 'pulumi-program'
  | 'kubernetes'
  | 'other';

interface Recognised {
  readonly format: Format;
  /** With article, for messages. */
  readonly name: string;
  readonly matches: (document: JsonObject) => boolean;
}

/** Tried in order; a new reader adds its line here and its branch in `read-system.ts`. */
const formats: readonly Recognised[] = [
  {
    format: 'terraform-plan',
    name: 'a Terraform plan',
    matches: (found) => 'format_version' in found && ('planned_values' in found || 'resource_changes' in found),
  },
  {
    format: 'terraform-state',
    name: 'a Terraform state',
    matches: (found) => 'terraform_version' in found && ('lineage' in found || 'values' in found || 'format_version' in found),
  },
  {
    format: 'pulumi-preview',
    name: 'a Pulumi preview',
    matches: (found) => Array.isArray(found.steps) && ('config' in found || 'changeSummary' in found),
  },
  { format: 'pulumi-state', name: 'a Pulumi stack export', matches: (found) => isObject(found.deployment) && 'version' in found },
  { format: 'cloud-assembly', name: 'the manifest of a CDK cloud assembly', matches: isManifest },
  { format: 'kubernetes', name: 'a Kubernetes manifest', matches: (found) => 'apiVersion' in found && 'kind' in found },
  { format: 'cloudformation', name: 'a CloudFormation template', matches: isTemplate },
  {
    format: 'other',
    name: 'a Helm chart, which "helm template" turns into manifests',
    matches: (found) => 'apiVersion' in found && 'version' in found && typeof found.name === 'string',
  },
  {
    format: 'other',
    name: 'what looks like a Terraform plan without its format_version, which "terraform show -json PLANFILE" writes',
    matches: (found) => isObject(found.planned_values) || Array.isArray(found.resource_changes),
  },
];

/** The format of the documents of one file; a file of several documents is what its first one is. */
export function detectFormat(documents: readonly Json[]): Format {
  return recognised(documents)?.format ?? 'other';
}

function recognised(documents: readonly Json[]): Recognised | undefined {
  const first = documents.find((document) => document !== null);
  return isObject(first) ? formats.find(({ matches }) => matches(first)) : undefined;
}

/** Whether a format has a reader of its own beside that of templates. */
export function isForeign(format: Format): boolean {
  return format !== 'cloudformation' && format !== 'cloud-assembly' && format !== 'other';
}

/** For messages: `a Terraform plan`, `a list`, `a map with the keys "on", "jobs"`. */
export function describeDocument(documents: readonly Json[]): string {
  const known = recognised(documents);
  if (known !== undefined) return known.name;
  const first = documents.find((document) => document !== null);
  if (first === undefined) return 'nothing';
  if (Array.isArray(first)) return 'a list';
  if (!isObject(first)) return `a ${typeof first}`;
  const keys = Object.keys(first);
  if (keys.length === 0) return 'an empty map';
  const shown = keys.slice(0, 3).map((key) => `"${key.slice(0, 40)}"`);
  return `a map with the ${keys.length === 1 ? 'key' : 'keys'} ${shown.join(', ')}${keys.length > 3 ? `, and ${keys.length - 3} more` : ''}`;
}

function isManifest(document: JsonObject): boolean {
  return typeof document.version === 'string' && isObject(document.artifacts);
}

function isTemplate(document: JsonObject): boolean {
  if ('AWSTemplateFormatVersion' in document) return true;
  const resources = Object.values(objectAt(document, 'Resources'));
  return (
    resources.some((resource) => isObject(resource) && 'Type' in resource) || ('Resources' in document && 'Transform' in document)
  );
}
