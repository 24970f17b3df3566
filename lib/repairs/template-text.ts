import type { RepairEdit } from '../diagnostics';

/** An edit of a template, by the path from the root of the document. */
export interface TemplateEdit extends Pick<RepairEdit, 'action' | 'values'> {
  readonly path: readonly string[];
}

/** The text with the edit, or why it cannot be edited there: what a person has to change instead. */
export type Edited = { readonly text: string } | { readonly instead: string };

/** Where an edit goes when the value is a reference to a parameter: its default. */
export function defaultOf(parameter: string): readonly string[] {
  return ['Parameters', parameter, 'Default'];
}

export function instead(edit: TemplateEdit, found: string): Edited {
  const [, id, , ...property] = edit.path;
  return { instead: `"${property.join('.')}" of "${id}" is ${found}` };
}
