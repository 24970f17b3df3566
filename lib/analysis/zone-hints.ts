import type { Unknown } from '../model';

/** A subnet that is named and not declared. */
interface NamedSubnet {
  readonly label: string;
  /** The value that names it, where that is not known. */
  readonly open?: Unknown | undefined;
}

/** Subnets that are written out in one hint. */
const MOST_NAMED = 6;

/** How to say the zones of subnets that the input names and does not declare. */
export function tellZones(subnets: readonly NamedSubnet[], region: string): string {
  const names = subnets.slice(0, MOST_NAMED).map(({ label }, index) => {
    const key = /^[A-Za-z][\w.-]*$/.test(label) ? label : `"${label}"`;
    // Only the first one shows the form: zones that are copied from a hint would be a proof of nothing.
    return `${key}: { zone: ${index === 0 ? exampleZone(region) : '…'} }`;
  });
  const rest = subnets.length > MOST_NAMED ? ', …' : '';
  const hint = `nospof.yaml: subnets: { ${names.join(', ')}${rest} }`;
  const values = subnets.flatMap(({ open }) => open ?? []);
  const others = [...new Set(values.filter((value) => !isGiven(value) && value.tell !== AT_DEPLOYMENT).map(({ tell }) => tell))];
  const idsOnly = values.some(isGiven) ? ' (an id given with --parameter does not tell its zone)' : '';
  return `${others.length === 0 ? '' : `${others.join('; ')}, or `}${hint}${idsOnly}`;
}

/** A list of subnets that is not known: with their ids alone it would be asked for their zones next. */
export function tellList({ tell }: Unknown, region: string): string {
  const hint = `nospof.yaml: subnets: { subnet-1: { zone: ${exampleZone(region)} }, … }`;
  return tell.startsWith('--parameter ') ? `${tell} and, because ids do not tell zones, ${hint}` : tell;
}

/** A value that a person gives by hand, so that giving it shows an id and nothing more. */
function isGiven({ symbol, tell }: Unknown): boolean {
  return symbol.startsWith('parameter ') && tell.startsWith('--parameter ');
}

/** What readers say where no input can show a value. */
const AT_DEPLOYMENT = 'nothing in the input can fix it';

function exampleZone(region: string): string {
  if (/-\d$/.test(region)) return `${region}a`;
  return /\d$/.test(region) ? `${region}-a` : '…';
}
