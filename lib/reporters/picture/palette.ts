/** Colours by meaning. Text colours reach 4.5:1 on the grounds they stand on, lines that carry meaning 3:1; a test computes it. */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly line: string;
  readonly lost: string;
  readonly 'lost-soft': string;
  readonly unproven: string;
  readonly 'unproven-soft': string;
  readonly survives: string;
  readonly 'survives-soft': string;
  readonly accent: string;
  readonly 'accent-soft': string;
}

export const LIGHT: Palette = {
  ground: '#f6f7f8',
  surface: '#ffffff',
  sunken: '#eef0f2',
  ink: '#1a1f25',
  muted: '#56606b',
  hairline: '#d8dde2',
  line: '#7b8590',
  lost: '#b3261e',
  'lost-soft': '#fbeae8',
  unproven: '#855500',
  'unproven-soft': '#fcf2dc',
  survives: '#1c6b3f',
  'survives-soft': '#e5f3ea',
  accent: '#1d5fb8',
  'accent-soft': '#e7effa',
};

export const DARK: Palette = {
  ground: '#12161a',
  surface: '#1a1f24',
  sunken: '#232a31',
  ink: '#e8ebee',
  muted: '#a4adb7',
  hairline: '#343c45',
  line: '#7f8a96',
  lost: '#ff9a90',
  'lost-soft': '#40211f',
  unproven: '#f0bd5b',
  'unproven-soft': '#372c13',
  survives: '#79d19d',
  'survives-soft': '#17321f',
  accent: '#8fbcff',
  'accent-soft': '#1b2e49',
};
