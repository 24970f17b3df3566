/** Tables that a judgement does not need; loaded when somebody asks what a repair is, and what it costs. */

export function repairTable(): typeof import('./repairs').REPAIRS {
  return (require('./repairs') as typeof import('./repairs')).REPAIRS;
}

export function priceTable(): typeof import('./prices') {
  return require('./prices') as typeof import('./prices');
}

export function settingTables(): typeof import('./aws/settings').SETTINGS {
  return (require('./aws/settings') as typeof import('./aws/settings')).SETTINGS;
}
