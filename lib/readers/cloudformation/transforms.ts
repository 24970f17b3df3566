import type { StackScope } from './scope';

/** Transforms that nospof carries out itself. */
const known: ReadonlySet<string> = new Set(['AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31']);

/** Says which transforms were not carried out. */
export function reportTransforms(scope: StackScope): void {
  for (const name of scope.template.transforms) {
    if (known.has(name)) continue;
    const message = `transform "${name}" runs only in the cloud; the template is judged as it stands`;
    scope.system.problems.warn('macro-not-run', message, 'give the processed template', scope.sourceOf(['Transform']));
  }
}
