import type { RepairValue } from '../diagnostics';

/** As JSON writes it in a template. */
export function templateJson(value: RepairValue): unknown {
  if (typeof value !== 'object') return value;
  return value.attribute === undefined ? { Ref: value.ref } : { 'Fn::GetAtt': [value.ref, value.attribute] };
}

/** As YAML writes it in a template, on one line. */
export function templateYaml(value: RepairValue): string {
  if (typeof value === 'object')
    return value.attribute === undefined ? `!Ref ${value.ref}` : `!GetAtt ${value.ref}.${value.attribute}`;
  // Words stay bare; what YAML would read as something else is quoted.
  return typeof value === 'string' && !/^(?!(?:true|false|yes|no|on|off|null)$)[A-Za-z][A-Za-z0-9_-]*$/i.test(value)
    ? JSON.stringify(value)
    : String(value);
}

/** As TypeScript writes it. `construct` names what a reference leads to. */
export function typescript(value: RepairValue): string {
  if (typeof value === 'object')
    return JSON.stringify(templateJson(value))
      .replace(/"(\w+)":/g, ' $1: ')
      .replace(/"/g, "'")
      .replace('}', ' }');
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : String(value);
}

/** As Terraform writes it. */
export function terraform(value: RepairValue): string {
  if (typeof value === 'object') return `${value.ref}.${value.attribute ?? 'id'}`;
  return typeof value === 'string' && !/^\d+$/.test(value) ? JSON.stringify(value) : String(value);
}
