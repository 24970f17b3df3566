import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

// Whole templates are validated once per stack, in test/stacks; here it would cost seconds per file.
process.env.CDK_VALIDATION = 'false';

const { context } = JSON.parse(readFileSync(join(__dirname, '../../../cdk.json'), 'utf8')) as {
  context: Record<string, unknown>;
};

export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are JSON that a mutation reaches into
  Properties: Record<string, any>;
  [key: string]: unknown;
}

/** A template as JSON, to be read and broken. */
export interface TemplateJson {
  Resources: Record<string, Resource>;
  [key: string]: unknown;
}

/** An app with the flags of cdk.json. `build` makes its stacks. */
export function anApp(build: (app: App) => void, outdir?: string): App {
  const app = new App({ context, ...(outdir === undefined ? {} : { outdir }) });
  build(app);
  return app;
}

/** One stack without an environment, and its template as the CDK's assertions see it. */
export function synthesize(build: (stack: Stack) => void, props: StackProps = {}): Template {
  const outdir = mkdtempSync(join(tmpdir(), 'nospof-'));
  try {
    const app = new App({ context, outdir });
    const stack = new Stack(app, 'shop', props);
    build(stack);
    return Template.fromStack(stack);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/**
 * A template as a list of lines, one per resource: enough to see in a review that something came, went or moved, small
 * enough to be read. Hashes of assets are blanked, and what the CDK says of itself is left out.
 */
export function outline(template: Template | TemplateJson): readonly string[] {
  const { Resources } = (template instanceof Template ? template.toJSON() : template) as TemplateJson;
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata')
    .map(([id, { Type, Properties }]) => `${Type} ${id} ${JSON.stringify(Properties ?? {})}`)
    .map((line) => line.replace(/[0-9a-f]{64}/g, '<hash>').slice(0, 400))
    .sort();
}

/** Logical ids of the resources of a type, in the order of the template. */
export function idsOf(
  template: TemplateJson,
  type: string,
  where: (resource: Resource, id: string) => boolean = () => true,
): string[] {
  return Object.entries(template.Resources)
    .filter(([id, resource]) => resource.Type === type && where(resource, id))
    .map(([id]) => id);
}

/** The logical id of the only resource of a type. */
export function idOf(template: TemplateJson, type: string, where?: (resource: Resource, id: string) => boolean): string {
  const [id, ...more] = idsOf(template, type, where);
  if (id === undefined || more.length > 0)
    throw new Error(`expected one ${type}, found ${id === undefined ? 0 : more.length + 1}`);
  return id;
}

/** The only resource of a type, to be changed. */
export function resourceOf(template: TemplateJson, type: string, where?: (resource: Resource, id: string) => boolean): Resource {
  return template.Resources[idOf(template, type, where)] as Resource;
}
