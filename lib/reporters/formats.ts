import type { Assessment } from '../diagnostics';
import type { ReportContext } from './report-context';

/** Renders a whole assessment, final line break included. */
export type Reporter = (assessment: Assessment, context: ReportContext) => string;

interface FormatEntry {
  readonly about: string;
  /** Requires the file on first use: nobody pays for a format that was not asked for. */
  readonly load: () => Reporter;
}

/** Every `--format`; a new one is a file and a line here. */
export const FORMATS = {
  text: { about: 'for people, compiler style', load: () => (require('./text/text') as typeof import('./text/text')).renderText },
  json: { about: 'for programs, version 1', load: () => (require('./json') as typeof import('./json')).renderJson },
  sarif: { about: 'for code scanning, 2.1.0', load: () => (require('./sarif') as typeof import('./sarif')).renderSarif },
  junit: { about: 'for build servers', load: () => (require('./junit') as typeof import('./junit')).renderJunit },
  markdown: {
    about: 'a comment for a pull request',
    load: () => (require('./markdown') as typeof import('./markdown')).renderMarkdown,
  },
  github: {
    about: 'annotations of a GitHub workflow',
    load: () => (require('./github') as typeof import('./github')).renderGithub,
  },
  gitlab: {
    about: 'code quality of a merge request',
    load: () => (require('./gitlab') as typeof import('./gitlab')).renderGitlab,
  },
  html: {
    about: 'one page to click through, without a request',
    load: () => (require('./html/html') as typeof import('./html/html')).renderPage,
  },
  mermaid: {
    about: 'the picture, for pages that draw Mermaid',
    load: () => (require('./mermaid') as typeof import('./mermaid')).renderMermaid,
  },
  svg: { about: 'the picture, for pages', load: () => (require('./svg') as typeof import('./svg')).renderSvg },
} as const satisfies Readonly<Record<string, FormatEntry>>;

export type Format = keyof typeof FORMATS;

export function reporterFor(format: Format): Reporter {
  return FORMATS[format].load();
}
