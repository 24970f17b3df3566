import type { XmlElement } from './xml';

/**
 * Checks a document against a schema written with the few words of XML Schema that test/reporters/junit.xsd uses: global
 * elements, sequences and choices of references, attributes of simple types.
 *
 * @returns what is wrong, with the path to it; empty when the document is valid
 */
export function schemaErrors(schema: XmlElement, document: XmlElement): string[] {
  const elements = new Map(
    schema.children.filter(({ name }) => name === 'xs:element').map((one) => [one.attributes.name ?? '', one]),
  );
  const check = (element: XmlElement, path: string): string[] => {
    const declared = elements.get(element.name);
    if (declared === undefined) return [`${path}: no element <${element.name}> in the schema`];
    const [type] = declared.children;
    if (type === undefined) return element.children.length > 0 ? [`${path}: text was expected`] : [];
    const group = type.children.find(({ name }) => name === 'xs:sequence' || name === 'xs:choice');
    const order = element.children.map(({ name }) => `<${name}>`).join('');
    return [
      ...(new RegExp(`^${group === undefined ? '' : patternOf(group)}$`).test(order) ? [] : [`${path}: children ${order}`]),
      ...(element.text.trim() === '' || type.attributes.mixed === 'true' ? [] : [`${path}: no text was expected`]),
      ...attributeErrors(element, type, path),
      ...element.children.flatMap((child, index) => check(child, `${path}/${child.name}[${index}]`)),
    ];
  };
  return check(document, document.name);
}

function patternOf(particle: XmlElement): string {
  const { name, attributes, children } = particle;
  const separator = name === 'xs:choice' ? '|' : '';
  const inner = name === 'xs:element' ? `<${attributes.ref}>` : children.map(patternOf).join(separator);
  const most = attributes.maxOccurs === 'unbounded' ? '' : (attributes.maxOccurs ?? '1');
  return `(?:${inner}){${attributes.minOccurs ?? '1'},${most}}`;
}

const TYPES: Readonly<Record<string, RegExp>> = {
  'xs:string': /^[\s\S]*$/,
  'xs:nonNegativeInteger': /^\d+$/,
  'xs:decimal': /^-?\d+(\.\d+)?$/,
};

function attributeErrors(element: XmlElement, type: XmlElement, path: string): string[] {
  const declared = new Map(
    type.children.filter(({ name }) => name === 'xs:attribute').map((one) => [one.attributes.name ?? '', one.attributes]),
  );
  const missing = [...declared].filter(([name, { use }]) => use === 'required' && !(name in element.attributes));
  return [
    ...missing.map(([name]) => `${path}: attribute ${name} is required`),
    ...Object.entries(element.attributes).flatMap(([name, value]) => {
      const pattern = TYPES[declared.get(name)?.type ?? ''];
      return pattern?.test(value) === true ? [] : [`${path}: attribute ${name}="${value}"`];
    }),
  ];
}
