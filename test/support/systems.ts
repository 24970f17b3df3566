import type { Resource, System, ValueMap } from '../../lib/model';

/** What a resource of a system held as objects says of itself. */
export interface Thing extends Partial<Omit<Resource, 'key' | 'id' | 'stack' | 'source'>> {
  readonly type: string;
  readonly properties?: ValueMap;
}

/** A system of one stack called `shop`, as no reader makes it: with circles, with values of any kind. Keys are `shop/id`. */
export function systemOf(things: Readonly<Record<string, Thing>>): System {
  const stack = { name: 'shop', file: 'shop.json', region: 'us-east-1', provider: 'aws' } as const;
  const resources = Object.entries(things).map(
    ([id, thing]): Resource => ({
      properties: {},
      ...thing,
      key: `shop/${id}`,
      id,
      stack,
      source: { file: 'shop.json', path: ['Resources', id] },
    }),
  );
  return {
    inputs: ['shop.json'],
    resources: new Map(resources.map((resource) => [resource.key, resource])),
    stacks: [stack],
    offered: [],
    world: {},
    problems: [],
    locate: () => undefined,
    lineOf: () => undefined,
  };
}
