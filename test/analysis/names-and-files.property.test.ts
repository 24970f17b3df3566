import { judgeSystem } from '../../lib/assess';
import { readTemplates } from '../../lib/readers';
import { type Estate, estate, type Template, templateOf } from '../support/estate';
import { fc, runs } from '../support/laws';
import {
  type AnyTemplate,
  closureOf,
  decorate,
  renameIds,
  reorder,
  splitByExports,
  splitByNesting,
  turnKeys,
} from '../support/rewrite-template';
import { verdictsOf } from '../support/verdicts';

const judged = (files: Readonly<Record<string, AnyTemplate | Template>>) =>
  judgeSystem(
    readTemplates(
      Object.entries(files).map(([file, body]) => ({ file, body })),
      { region: 'us-east-1' },
    ),
    { survive: 'zone' },
  );
const asBody = (template: Template) => template as unknown as AnyTemplate;
const word = fc.constantFrom('prod', 'dev-bastion', 'nat', 'Multi-AZ database', 'spare', 'zone b', '');

/** Some resources and all that they refer to; where zones are not named, everything, so that no parameter is asked twice. */
function lowerPart(system: Estate, template: Template, picked: readonly number[]): ReadonlySet<string> {
  const ids = Object.keys(template.Resources);
  const chosen = picked.map((index) => ids[index % ids.length]!);
  const zones = Object.entries(template.Resources).flatMap(([id, resource]) =>
    JSON.stringify(resource).includes('"AvailabilityZone":{"Ref"') ? [id] : [],
  );
  return closureOf(template, [...chosen, ...zones, ...(system.subnets.length > 0 ? ['Vpc'] : [])]);
}

describe('a verdict', () => {
  it('does not depend on the order of resources', () => {
    fc.assert(
      fc.property(estate, fc.array(fc.nat(), { minLength: 5, maxLength: 40 }), (system, ranks) => {
        const template = asBody(templateOf(system));
        expect(verdictsOf(judged({ 'shop.json': reorder(template, ranks) }))).toEqual(
          verdictsOf(judged({ 'shop.json': template })),
        );
      }),
      runs(2),
    );
  });

  it('does not depend on the order of properties', () => {
    fc.assert(
      fc.property(estate, (system) => {
        const template = asBody(templateOf(system));
        expect(verdictsOf(judged({ 'shop.json': turnKeys(template) }))).toEqual(verdictsOf(judged({ 'shop.json': template })));
      }),
      runs(),
    );
  });

  it('does not depend on logical ids or on the name of the file', () => {
    fc.assert(
      fc.property(estate, fc.constantFrom('Prod', 'Bastion', 'Nat', 'Db', 'zone'), (system, prefix) => {
        const template = asBody(templateOf(system));
        const ids = Object.keys(template.Resources ?? {});
        const other = (id: string) => `${prefix}${ids.length - ids.indexOf(id)}`;
        const back = new Map(ids.map((id) => [other(id), id]));
        const renamed = judged({ 'dev-single-zone.json': renameIds(template, other) });
        expect(verdictsOf(renamed, (id) => back.get(id) ?? id)).toEqual(verdictsOf(judged({ 'shop.json': template })));
      }),
      runs(2),
    );
  });

  it('does not depend on tags, descriptions and construct paths', () => {
    fc.assert(
      fc.property(estate, fc.array(word, { minLength: 1, maxLength: 9 }), (system, words) => {
        const template = asBody(templateOf(system));
        expect(verdictsOf(judged({ 'shop.json': decorate(template, words) }))).toEqual(
          verdictsOf(judged({ 'shop.json': template })),
        );
      }),
      runs(2),
    );
  });

  it('is the same for one stack and for two that meet in exports', () => {
    fc.assert(
      fc.property(estate, fc.array(fc.nat(), { maxLength: 12 }), (system, picked) => {
        const template = templateOf(system);
        const { network, app } = splitByExports(template, lowerPart(system, template, picked));
        fc.pre(Object.keys(app.Resources).length > 0);
        expect(verdictsOf(judged({ 'network.json': network, 'app.json': app }))).toEqual(
          verdictsOf(judged({ 'shop.json': template })),
        );
      }),
      runs(2),
    );
  });

  it('is the same for one stack and for nested ones', () => {
    fc.assert(
      fc.property(estate, fc.array(fc.nat(), { maxLength: 12 }), (system, picked) => {
        const template = templateOf(system);
        const { root, network, app } = splitByNesting(template, lowerPart(system, template, picked));
        fc.pre(Object.keys(app.Resources).length > 0);
        const nested = judged({ 'root.json': root, 'network.json': network, 'app.json': app });
        expect(verdictsOf(nested)).toEqual(verdictsOf(judged({ 'shop.json': template })));
      }),
      runs(2),
    );
  });
});
