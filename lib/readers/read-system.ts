import { InputError, type Problem } from '../diagnostics';
import type { ReadOptions, Source, System } from '../model';
import { evaluateTemplates } from './cloudformation/evaluate-templates';
import type { GivenTemplate } from './cloudformation/given-template';
import { parseTemplate, TemplateFault } from './cloudformation/parse-template';
import { describeDocument, detectFormat } from './detect-format';
import { Fault } from './fault';
import { type InputFile, listInput, readText } from './input-files';
import { isObject } from './json';
import { parseDocument } from './parse-document';
import { problemLog } from './problem-log';
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
      const input = listInput(path);
      for (const file of input.files) {
        const template = readTemplateFile(file, texts);
        if (template !== undefined) templates.push(template);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      fatal.push(...error.problems);
    }
  }
  if (fatal.length > 0) throw new InputError(fatal);
  const problems = problemLog(texts);
  const evaluated = evaluateTemplates(templates, options, problems);
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

function readTemplateFile({ file, named }: InputFile, texts: SourceTexts): GivenTemplate | undefined {
  try {
    const text = readText(file);
    texts.add(file, text, 'yaml');
    const parsed = parseDocument(text);
    texts.add(file, text, parsed.syntax);
    const format = detectFormat(parsed.documents);
    const document = parsed.documents.find((each) => each !== null);
    if (format === 'cloudformation' && isObject(document)) return { template: parseTemplate(file, document) };
    if (!named) return undefined;
    throw new Fault(
      'not-a-template',
      `the file holds ${describeDocument(parsed.documents)}; expected ${expected}`,
      'give a template',
    );
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new InputError([problemOf(error, file, texts)]);
  }
}

function problemOf(fault: Fault, file: string, texts: SourceTexts): Problem {
  const source: Source | undefined = fault instanceof TemplateFault ? { file, path: fault.path } : undefined;
  const at = (source && texts.locate(source)) ?? (fault.offset === undefined ? undefined : texts.positionOf(file, fault.offset));
  return { code: fault.code, fatal: true, message: fault.message, hint: fault.hint, at: at ?? { file, line: 1, column: 1 } };
}
