/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, entities resolved. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** What XML 1.0 does not let stand in a document. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML does not allow
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const NAME = '[A-Za-z_:][\\w:.-]*';

/** Reads a document and refuses everything that is not well-formed; as much of XML as our reports use. */
export function parseXml(text: string): XmlElement {
  const forbidden = CONTROLS.exec(text) ?? HALVES.exec(text);
  if (forbidden) throw new Error(`a character that XML does not allow at ${forbidden.index}`);
  const body = text.replace(/^<\?xml [^?]*\?>\s*/, '');
  const token = new RegExp(`<!--[\\s\\S]*?-->|</(${NAME})\\s*>|<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>|([^<]+)`, 'gy');
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [
    { name: '', attributes: {}, children: [], text: '' },
  ];
  while (token.lastIndex < body.length) {
    const at = token.lastIndex;
    const match = token.exec(body);
    if (!match) throw new Error(`not well-formed at ${JSON.stringify(body.slice(at, at + 80))}`);
    const [, closing, opening, attributes = '', empty, content] = match;
    const inside = open.at(-1)!;
    if (content !== undefined) inside.text += resolved(content);
    else if (opening !== undefined) {
      const element = { name: opening, attributes: attributesOf(attributes), children: [], text: '' };
      inside.children.push(element);
      if (empty === '') open.push(element);
    } else if (closing !== undefined) {
      if (closing !== inside.name) throw new Error(`</${closing}> closes <${inside.name}>`);
      open.pop();
    }
  }
  const [document] = open;
  if (open.length !== 1 || document?.children.length !== 1 || document.text.trim() !== '')
    throw new Error('not one root element');
  return document.children[0]!;
}

/** All elements with a name, in the order of the document. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elementsNamed(child, name))];
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g'))) {
    if (name in attributes) throw new Error(`attribute ${name} twice`);
    attributes[name] = resolved(value);
  }
  return attributes;
}

function resolved(text: string): string {
  return text.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
    const code = /^#(\d+)$/.exec(name)?.[1];
    const character = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number(code));
    if (character === undefined || !whole.endsWith(';')) throw new Error(`unknown entity ${whole}`);
    return character;
  });
}
