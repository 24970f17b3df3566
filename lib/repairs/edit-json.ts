import type { Node } from 'jsonc-parser';
import { defaultOf, type Edited, instead, type TemplateEdit } from './template-text';
import { templateJson } from './values';

/** Makes one edit in a template that is JSON, and leaves the rest of the text as it is. */
export function editJson(text: string, edit: TemplateEdit): Edited {
  const { applyEdits, findNodeAtLocation, modify, parseTree } = require('jsonc-parser') as typeof import('jsonc-parser');
  const root = parseTree(text);
  const at = (path: readonly string[]): Node | undefined => root && findNodeAtLocation(root, [...path]);
  if (at(edit.path.slice(0, 2)) === undefined) return instead(edit, 'not written in this file');
  const formattingOptions = { insertSpaces: !/\n\t/.test(text), tabSize: /\n( +)"/.exec(text)?.[1]?.length ?? 2, eol: '\n' };
  const change = (path: readonly (string | number)[], value: unknown, isArrayInsertion = false) =>
    applyEdits(text, modify(text, [...path], value, { formattingOptions, isArrayInsertion }));
  const there = at(edit.path);
  if (edit.action === 'remove') return { text: there === undefined ? text : change(edit.path, undefined) };
  const values = edit.values.map(templateJson);
  if (edit.action === 'append') {
    if (there === undefined) return { text: change(edit.path, values) };
    if (there.type !== 'array') return instead(edit, 'no plain list');
    return values.reduce<Edited>(
      (changed, value) => ('text' in changed ? editAppend(changed.text, edit.path, value, formattingOptions) : changed),
      { text },
    );
  }
  if (there === undefined || isLiteral(there)) return { text: change(edit.path, values[0]) };
  const parameter = there.type === 'object' && there.children?.length === 1 ? referenceIn(there) : undefined;
  const fallback = parameter === undefined ? undefined : at(defaultOf(parameter));
  if (parameter === undefined || fallback === undefined || !isLiteral(fallback))
    return instead(edit, 'worked out by the template');
  return { text: change(defaultOf(parameter), values[0]) };
}

function editAppend(text: string, path: readonly string[], value: unknown, formattingOptions: object): Edited {
  const { applyEdits, modify } = require('jsonc-parser') as typeof import('jsonc-parser');
  return { text: applyEdits(text, modify(text, [...path, -1], value, { formattingOptions, isArrayInsertion: true })) };
}

function isLiteral({ type }: Node): boolean {
  return type === 'string' || type === 'number' || type === 'boolean';
}

/** `Vpc` of `{ "Ref": "Vpc" }`. */
function referenceIn({ children = [] }: Node): string | undefined {
  const [key, value] = children[0]?.children ?? [];
  return key?.value === 'Ref' && typeof value?.value === 'string' ? value.value : undefined;
}
