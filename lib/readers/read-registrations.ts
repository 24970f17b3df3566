import type { ReadOptions, System } from '../model';
import type { GivenDocument } from './given-document';
import type { Json } from './json';
import { problemLog } from './problem-log';
import { systemOf } from './read-system';
import { sourceTexts } from './source-text';

/** One resource as the engine of Pulumi tells it to those who judge a stack. */
export interface PulumiRegistration {
  readonly urn: string;
  readonly type: string;
  /** It exists at a provider; the others are components. */
  readonly custom: boolean;
  /** It is not deleted; null where nobody knows whether it would be kept. */
  readonly protect?: boolean | null;
  readonly parent?: string;
  readonly provider?: string;
  /** Properties, with Pulumi's own marks in place of what is not known yet. */
  readonly inputs: unknown;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** Reads the resources of one stack that are in memory. Nothing is located: there is no text. */
export function readRegistrations(name: string, registrations: readonly PulumiRegistration[], options: ReadOptions = {}): System {
  const texts = sourceTexts();
  const body = { deployment: { resources: registrations } } as unknown as Json;
  const document: GivenDocument = { file: name, format: 'pulumi-state', documents: [body] };
  return systemOf([name], [], options, texts, problemLog(texts), [document]);
}

/** The type that a resource of Pulumi has in the model, by the token that Pulumi has for it. */
export function typeInModel(token: string): string {
  const { typeOf } = require('./translation/types') as typeof import('./translation/types');
  return typeOf(token).type;
}
