import type { Assessment } from '../diagnostics';
import { captionOf, type Scene, type SceneEdge, type SceneNode } from './picture/scene';
import { toScene } from './picture/to-scene';
import { PICTURE_WORDS, phrase } from './picture/words';
import { plain } from './text/plain';

/**
 * The picture as a Mermaid flowchart, for pages that draw it themselves: a subgraph per region and zone, and a resource
 * once in each zone in which it has units. Mermaid finds the places; what is shown is the same as in the SVG.
 */
export function renderMermaid({ topology }: Assessment): string {
  const scene = toScene(topology);
  const perZone = linesOf(scene, true);
  const links = perZone.length <= MOST_LINKS ? perZone : linesOf(scene, false);
  const inZones = perZone.length <= MOST_LINKS;
  const alone = scene.nodes.filter((node) => node.alone).flatMap((node) => placesOf(node, scene, inZones).map(({ id }) => id));
  return [
    'flowchart LR',
    `  accTitle: failure domains of ${topology.resources.length} resources`,
    ...scene.regions.flatMap((region, index) => regionLines(region, index, scene, inZones)),
    ...boxesIn(scene, inZones, undefined, undefined, '  '),
    ...links.map((link) => `  ${link}`),
    '  classDef alone stroke:#b3261e,stroke-width:3px',
    ...(alone.length === 0 ? [] : [`  class ${alone.join(',')} alone`]),
    '',
  ].join('\n');
}

/** Mermaid refuses to draw more than 500. */
const MOST_LINKS = 400;

function regionLines(region: Scene['regions'][number], index: number, scene: Scene, inZones: boolean): string[] {
  return [
    `  subgraph r${index}["${label(region.label)}"]`,
    ...region.zones.flatMap((zone) => [
      `    subgraph ${zoneId(scene, zone.label)}["${label(`zone ${zone.label}`)}"]`,
      ...boxesIn(scene, inZones, region.label, zone.label, '      '),
      '    end',
    ]),
    ...boxesIn(scene, inZones, region.label, undefined, '    '),
    '  end',
  ];
}

interface Place {
  readonly id: string;
  readonly zone?: string;
}

/** Where a node is drawn: once per zone, or once where it is in none or where the picture would have too many lines. */
function placesOf(node: SceneNode, scene: Scene, inZones: boolean): readonly Place[] {
  const several = inZones ? node.zones.length > 1 : false;
  if (several) return node.zones.map((zone) => ({ id: `${node.id}_${zoneId(scene, zone)}`, zone }));
  const [zone] = node.zones;
  return [{ id: node.id, ...(node.zones.length === 1 && zone !== undefined ? { zone } : {}) }];
}

function boxesIn(scene: Scene, inZones: boolean, region: string | undefined, zone: string | undefined, indent: string): string[] {
  return scene.nodes.flatMap((node) =>
    placesOf(node, scene, inZones)
      .filter((place) => place.zone === zone && (zone !== undefined || node.region === region))
      .map(({ id }) => `${indent}${id}${box(node, zone === undefined ? node.zones.length : 1)}`),
  );
}

const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  data: ['[(', ')]'],
  edge: ['([', '])'],
  balancing: ['{{', '}}'],
  site: ['[[', ']]'],
};

function box(node: SceneNode, zones: number): string {
  const { title, detail } = captionOf(node);
  const [open, close] = SHAPES[node.tier] ?? ['[', ']'];
  const share = node.units === undefined || node.zones.length < 2 || zones > 1 ? node.units : node.units / node.zones.length;
  const units = share === undefined ? [] : [phrase(PICTURE_WORDS, 'units', range(share))];
  const spread = zones > 1 ? [`${zones} zones`] : [];
  return `${open}"${[title, detail, ...units, ...spread].map((line) => label(cut(line))).join('<br/>')}"${close}`;
}

function range(share: number): string {
  return Number.isInteger(share) ? `${share}` : `${Math.floor(share)}–${Math.ceil(share)}`;
}

const MOST_LETTERS = 60;

function cut(text: string): string {
  const letters = [...plain(text)];
  return letters.length <= MOST_LETTERS ? letters.join('') : `${letters.slice(0, MOST_LETTERS - 1).join('')}…`;
}

const ARROWS: Readonly<Record<SceneEdge['kind'], string>> = { needs: '-->', route: '-.->', weak: '-.->' };

/** Between resources of the same zone the line stays inside it; otherwise it leads from each place to each. */
function linesOf(scene: Scene, inZones: boolean): string[] {
  const nodeOf = new Map(scene.nodes.map((node) => [node.id, node]));
  return scene.edges.flatMap(({ from, to, kind }) => {
    const [source, target] = [nodeOf.get(from), nodeOf.get(to)];
    if (source === undefined || target === undefined) return [];
    const [sources, targets] = [placesOf(source, scene, inZones), placesOf(target, scene, inZones)];
    return sources.flatMap((place) => {
      const near = targets.filter(({ zone }) => zone !== undefined && zone === place.zone);
      return (near.length > 0 ? near : targets).map(({ id }) => `${place.id} ${ARROWS[kind]} ${id}`);
    });
  });
}

function zoneId({ regions }: Scene, zone: string): string {
  return `z${regions.flatMap(({ zones }) => zones).findIndex(({ label: own }) => own === zone)}`;
}

/**
 * Words inside a quoted Mermaid text. Mermaid takes quotes, markup, directives and even list marks out of such a text, so
 * everything but letters, digits and harmless signs is written as its number.
 */
function label(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N} _.,:()/×–…-]|^-/gu, (mark) => `#${mark.codePointAt(0)};`)
    .replace(/^(\d+)\./, '$1#46;');
}
