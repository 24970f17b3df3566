import { resolve } from 'node:path';
import { InputError, type Problem } from '../diagnostics';
import { readAssembly } from './cdk-assembly/read-assembly';
import type { GivenTemplate } from './cloudformation/given-template';
import { parseTemplate } from './cloudformation/parse-template';
import { describeDocument, detectFormat, isForeign } from './detect-format';
import { Fault } from './fault';
import type { GivenDocument } from './given-document';
import { type InputFile, listInput } from './input-files';
import { isObject, type Json } from './json';
import type { ProblemLog } from './problem-log';
import { readDocument, withPlace } from './read-document';
import type { SourceTexts } from './source-text';

const expected =
  'a CloudFormation template, a CDK cloud assembly, a Terraform plan or state, a Pulumi preview or stack export, Kubernetes manifests, or a folder of them';

/** What is written in every template, whole or broken. */
const templateMark = /AWSTemplateFormatVersion|\bAWS::[A-Z]\w+::\w+/;

/**
 * Reads the templates of files and folders; a file that is given twice is read once.
 *
 * @param foreign - gets the files of other formats
 * @throws {InputError} one problem for each file that cannot be read or is no input. In a folder, files that are
 * something else are passed over.
 */
export function gatherTemplates(
  paths: readonly string[],
  texts: SourceTexts,
  problems: ProblemLog,
  foreign: GivenDocument[] = [],
): readonly GivenTemplate[] {
  const fatal: Problem[] = [];
  const seen = new Set<string>();
  const collect = (read: () => readonly GivenTemplate[]): readonly GivenTemplate[] => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      fatal.push(...error.problems);
      return [];
    }
  };
  const templates = paths.flatMap((path) => collect(() => readPath(path, { texts, problems, seen, foreign, collect })));
  if (fatal.length > 0) throw new InputError(fatal);
  if (paths.length === 0)
    throw new InputError([{ code: 'no-input', fatal: true, message: 'no input is given', hint: `name ${expected}` }]);
  return templates;
}

interface Gathering {
  readonly texts: SourceTexts;
  readonly problems: ProblemLog;
  /** Absolute paths that were read. */
  readonly seen: Set<string>;
  readonly foreign: GivenDocument[];
  /** Runs a reading and keeps its problems. */
  collect(read: () => readonly GivenTemplate[]): readonly GivenTemplate[];
}

function readPath(path: string, gathering: Gathering): readonly GivenTemplate[] {
  const input = listInput(path);
  if (input.assembly) return isNew(path, gathering) ? readAssembly(path, gathering.texts) : [];
  const files = input.files.filter(({ file }) => isNew(file, gathering));
  const found: string[] = [];
  const templates = files.flatMap((file) => gathering.collect(() => readFile(file, gathering, found)));
  if (templates.length === 0 && found.length === files.length && files.length > 0) {
    const message = `folder "${path}" holds no template; found ${[...new Set(found)].sort().slice(0, 5).join(', ')}`;
    throw new InputError([
      { code: 'no-templates', fatal: true, message, hint: `name ${expected}`, at: { file: path, line: 1, column: 1 } },
    ]);
  }
  return templates;
}

function isNew(path: string, { seen }: Gathering): boolean {
  const absolute = resolve(path);
  if (seen.has(absolute)) return false;
  seen.add(absolute);
  return true;
}

/** @param others - what the file is, when it is passed over */
function readFile({ file, named }: InputFile, gathering: Gathering, others: string[]): readonly GivenTemplate[] {
  const { texts } = gathering;
  const documents = named ? readDocument(file, texts).documents : readIfTemplate(file, gathering);
  if (documents === undefined) {
    others.push('files that are neither JSON nor YAML');
    return [];
  }
  return withPlace(file, texts, () => {
    const document = documents.find((each) => each !== null);
    const format = detectFormat(documents);
    if (format === 'cloudformation' && isObject(document)) return [{ template: parseTemplate(file, document) }];
    if (isForeign(format)) {
      gathering.foreign.push({ file, format, documents });
      return [];
    }
    if (!named) {
      others.push(describeDocument(documents));
      return [];
    }
    throw new Fault('not-a-template', `the file holds ${describeDocument(documents)}; expected ${expected}`, 'give one of these');
  });
}

/** A file of a folder that cannot be parsed is a problem when it looks like a template, else it is something else. */
function readIfTemplate(file: string, { texts, problems }: Gathering): readonly Json[] | undefined {
  try {
    return readDocument(file, texts).documents;
  } catch (error) {
    const problem = error instanceof InputError ? error.problems[0] : undefined;
    if (problem === undefined || templateMark.test(texts.textOf(file) ?? '')) throw error;
    problems.warn('file-passed-over', `"${file}" is passed over: ${problem.message}`, 'name the file if it is to be judged');
    return undefined;
  }
}
