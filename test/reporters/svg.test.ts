import type { Assessment } from '../../lib/diagnostics';
import { PLAIN_CONTEXT, reporterFor } from '../../lib/reporters';
import { anAssessment } from '../support/assessments';
import { fc } from '../support/laws';
import { noisyAssessments } from '../support/noise';
import { xmlErrors } from '../support/schemas';
import { aShop } from '../support/topologies';
import { elementsNamed, parseXml, type XmlElement } from '../support/xml';

const render = (assessment: Assessment) => reporterFor('svg')(assessment, PLAIN_CONTEXT);
const shop = anAssessment({ topology: aShop() });
const everyElement = (root: XmlElement): XmlElement[] => [root, ...root.children.flatMap(everyElement)];

describe('the SVG picture', () => {
  it('is well-formed and holds no script and no request, whatever the input holds', () => {
    fc.assert(
      fc.property(noisyAssessments, (assessment) => {
        const root = parseXml(render(assessment));
        expect(root.attributes.xmlns).toBe('http://www.w3.org/2000/svg');
        for (const name of ['script', 'image', 'use', 'a', 'foreignObject']) expect(elementsNamed(root, name)).toEqual([]);
        expect(elementsNamed(root, 'style').map(({ text }) => /url\(|@import/.test(text))).toEqual([false]);
        const attributes = everyElement(root).flatMap((element) => Object.keys(element.attributes));
        expect(attributes.filter((name) => name.startsWith('on') || name.endsWith('href'))).toEqual([]);
      }),
    );
  });

  it('is well-formed to libxml2, whatever the input holds, and a broken one is not', async () => {
    expect(await xmlErrors(fc.sample(noisyAssessments, 50).map(render))).toEqual([]);
    expect(await xmlErrors([render(shop).replace('</svg>', '')])).not.toEqual([]);
    expect(await xmlErrors([render(shop).replace('<title', '<title a=b')])).not.toEqual([]);
  });

  it('names itself, and every card by its whole name', () => {
    const root = parseXml(render(shop));
    const titles = elementsNamed(root, 'title').map(({ text }) => text);
    expect(titles).toContain('failure domains of shop.yaml');
    expect(titles).toContain('Checkout (Auto Scaling group)');
    expect(root.attributes['aria-labelledby']).toBe('nospof-title');
  });

  it('marks zones and resources whose loss takes a function away with a cross, not with colour alone', () => {
    const groups = elementsNamed(parseXml(render(shop)), 'g');
    const marked = groups.filter(({ children }) => children.some(({ attributes }) => attributes.class === 'cross'));
    expect(marked.map(({ attributes }) => attributes.class)).toEqual(['lane loses', 'card alone']);
  });

  it('explains the names of zones that the input does not tell', () => {
    const { zones, ...rest } = aShop();
    const unknown = zones.map((zone) => ({ ...zone, unknown: true }));
    const texts = elementsNamed(parseXml(render(anAssessment({ topology: { ...rest, zones: unknown } }))), 'text').map(
      ({ text }) => text,
    );
    expect(texts).toContain('zone ?1');
    expect(texts).toContain('us-east-1a: the input does not say which zone this is');
  });

  it('draws an empty system', () => {
    expect(parseXml(render(anAssessment())).name).toBe('svg');
  });
});
