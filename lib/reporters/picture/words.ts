/** Words that stand in a picture, in English; the HTML report has them in its other languages too. `{n}` is a number. */
export const PICTURE_WORDS = {
  'tier.edge': 'way in',
  'tier.balancing': 'balancing',
  'tier.compute': 'compute',
  'tier.data': 'data',
  'tier.ways': 'ways out',
  'tier.site': 'other site',
  zone: 'zone {n}',
  'region-wide': 'in no zone',
  'no-region': 'in no region',
  units: '{n} units',
  'units.one': '{n} unit',
  'legend.needs': 'needs',
  'legend.route': 'way out of its subnets',
  'legend.weak': 'needs to start or to change, or can do without',
  'legend.alone': 'its loss alone takes a function away',
  'legend.unit': 'a unit; outlined: may or may not be there',
} as const;

export type PictureWord = keyof typeof PICTURE_WORDS;

/** The words of a key with its number; `key.one` where there is one and the number is 1. */
export function phrase(words: Readonly<Record<string, string>>, key: string, n?: string | number): string {
  const text = (String(n) === '1' ? words[`${key}.one`] : undefined) ?? words[key] ?? key;
  return n === undefined ? text : text.replace('{n}', () => String(n));
}
