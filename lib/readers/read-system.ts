import { InputError, type Problem } from '../diagnostics';
import type { ReadOptions, System } from '../model';
import { readAssembly } from './cdk-assembly/read-assembly';
import { type EvaluatedStacks, evaluateTemplates } from './cloudformation/evaluate-templates';
import type { GivenTemplate } from './cloudformation/given-template';
import { parseTemplate } from './cloudformation/parse-template';
import { describeDocument, detectFormat } from './detect-format';
import { Fault } from './fault';
import { type InputFile, listInput } from './input-files';
import { isObject } from './json';
import { type ProblemLog, problemLog } from './problem-log';
import { readDocument, withPlace } from './read-document';
import { type SourceTexts, sourceTexts } from './source-text';

const expected = 'a CloudFormation template, or a folder that holds templates or a CDK cloud assembly';

/**
 * Reads files and folders as one system: their stacks, the resources with evaluated properties, what leaves the system.
 *
 * @param paths - template files, folders of templates, folders of a CDK cloud assembly; in the order of the report
 * @throws {InputError} with one fatal problem for each file that cannot be read or is no template
 * @remarks linear in the size of the input; lines and columns are worked out when `locate` is called
 */
export function readSystem(paths: readonly string[], options: ReadOptions = {}): System {
  const texts = sourceTexts();
  const fatal: Problem[] = [];
  const templates: GivenTemplate[] = [];
  for (const path of paths) {
    try {
      templates.push(...readPath(path, texts, fatal));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      fatal.push(...error.problems);
    }
  }
  if (fatal.length > 0) throw new InputError(fatal);
  const problems = problemLog(texts);
  const evaluated = evaluateGuarded(templates, options, problems);
  return {
    inputs: [...paths],
    ...evaluated,
    world: {
      ...options.parameters,
      ...Object.fromEntries(Object.entries(options.conditions ?? {}).map(([name, truth]) => [name, String(truth)])),
    },
    problems: problems.all(),
    locate: (source) => texts.locate(source),
    lineOf: (file, line) => texts.lineOf(file, line),
  };
}

/** The evaluator counts its depth; what a crowded process leaves of the stack may be less still. */
function evaluateGuarded(templates: readonly GivenTemplate[], options: ReadOptions, problems: ProblemLog): EvaluatedStacks {
  try {
    return evaluateTemplates(templates, options, problems);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return problems.fail(
      'nesting-too-deep',
      'references and functions nest too deep',
      'refer more directly, or write the values out',
    );
  }
}

function readPath(path: string, texts: SourceTexts, fatal: Problem[]): readonly GivenTemplate[] {
  const input = listInput(path);
  if (input.assembly) return readAssembly(path, texts);
  return input.files.flatMap((file) => {
    try {
      return readFile(file, texts);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      fatal.push(...error.problems);
      return [];
    }
  });
}

function readFile({ file, named }: InputFile, texts: SourceTexts): readonly GivenTemplate[] {
  const { documents } = readDocument(file, texts);
  const format = detectFormat(documents);
  const document = documents.find((each) => each !== null);
  return withPlace(file, texts, () => {
    if (format === 'cloudformation' && isObject(document)) return [{ template: parseTemplate(file, document) }];
    if (!named) return [];
    throw new Fault('not-a-template', `the file holds ${describeDocument(documents)}; expected ${expected}`, 'give a template');
  });
}
