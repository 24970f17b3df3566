/** Pictures, read by those that they are made for: a browser that opens the SVG, and Mermaid itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
/** The bundle of one file: the whole package is a hundred others, for diagrams that nospof does not make. */
const MERMAID = require.resolve('@mermaid-js/tiny');

/** What a browser makes of an SVG file that it opens. */
export async function openSvg(tab, file) {
  await tab.goto(pathToFileURL(file).href);
  return tab.evaluate(() => {
    const root = document.documentElement;
    const { width, height } = root.getBoundingClientRect();
    return { name: root.localName, broken: document.querySelectorAll('parsererror').length, isDrawn: width > 0 && height > 0 };
  });
}

/** What Mermaid makes of a text: the error it throws, or the boxes and arrows that it draws. */
export async function drawMermaid(tab, file) {
  await tab.goto('about:blank');
  await tab.addScriptTag({ path: MERMAID });
  return tab.evaluate(
    async (text) => {
      const { mermaid } = globalThis;
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 1e6, maxEdges: 5000 });
      try {
        const { diagramType } = await mermaid.parse(text);
        const { svg } = await mermaid.render('picture', text);
        const drawn = new DOMParser().parseFromString(svg, 'text/html');
        return {
          kind: diagramType,
          boxes: drawn.querySelectorAll('.node').length,
          lanes: drawn.querySelectorAll('.cluster').length,
          arrows: drawn.querySelectorAll('.edgePaths path').length,
        };
      } catch (error) {
        return { error: String(error.message).split('\n')[0] };
      }
    },
    readFileSync(file, 'utf8'),
  );
}

/** How many boxes, lanes and arrows a text of ours has, line by line. */
export function countedIn(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const count = (pattern) => lines.filter((line) => pattern.test(line)).length;
  return {
    kind: 'flowchart-v2',
    boxes: count(/^ +n\d+(?:_z\d+)?[[({]/),
    lanes: count(/^ +subgraph /),
    arrows: count(/^ +n\S+ (?:-->|-\.->) n/),
  };
}
