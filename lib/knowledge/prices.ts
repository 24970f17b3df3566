/** One list price. */
export interface Price {
  /** What one of it is called in a sentence. */
  readonly noun: string;
  readonly usdPerHour: number;
  readonly source: string;
  /** ISO date on which it was looked up. */
  readonly checked: string;
  /** Found at its source; otherwise only in what others write about it. */
  readonly confirmed: boolean;
}

/** The region of every price here. */
export const PRICE_REGION = 'us-east-1';
/** Hours of a month as providers count them. */
export const HOURS_PER_MONTH = 730;

const checked = '2026-11-22';

/**
 * A few list prices in US dollars, on demand, for estimates of what a repair costs. Not a price list: traffic, storage,
 * discounts and taxes are left out, and every estimate says so.
 */
export const PRICES = {
  'nat-gateway': {
    noun: 'NAT gateway',
    usdPerHour: 0.045,
    source: 'https://aws.amazon.com/vpc/pricing/',
    checked,
    confirmed: true,
  },
  'public-ipv4': {
    noun: 'public IPv4 address',
    usdPerHour: 0.005,
    source: 'https://aws.amazon.com/vpc/pricing/',
    checked,
    confirmed: false,
  },
  'interface-endpoint-zone': {
    noun: 'interface endpoint in one zone',
    usdPerHour: 0.01,
    source: 'https://aws.amazon.com/privatelink/pricing/',
    checked,
    confirmed: false,
  },
  'fargate-vcpu': {
    noun: 'Fargate vCPU',
    usdPerHour: 0.04048,
    source: 'https://aws.amazon.com/fargate/pricing/',
    checked,
    confirmed: false,
  },
  'fargate-gb': {
    noun: 'GB of Fargate memory',
    usdPerHour: 0.004445,
    source: 'https://aws.amazon.com/fargate/pricing/',
    checked,
    confirmed: false,
  },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceId = keyof typeof PRICES;

/** The `large` size of a few families of instances, Linux; within a family the price doubles with the size. */
const INSTANCE_FAMILIES: Readonly<Record<string, { readonly usdPerHourOfLarge: number; readonly confirmed: boolean }>> = {
  m5: { usdPerHourOfLarge: 0.096, confirmed: false },
  m7g: { usdPerHourOfLarge: 0.0816, confirmed: false },
  t3: { usdPerHourOfLarge: 0.0832, confirmed: false },
};

/** Shares of a `large`. */
const SIZES: Readonly<Record<string, number>> = {
  nano: 1 / 16,
  micro: 1 / 8,
  small: 1 / 4,
  medium: 1 / 2,
  large: 1,
  xlarge: 2,
  '2xlarge': 4,
  '4xlarge': 8,
  '8xlarge': 16,
  '12xlarge': 24,
  '16xlarge': 32,
  '24xlarge': 48,
};

/** The price of an instance type such as `m7g.xlarge`; undefined for a family that the table does not have. */
export function instancePrice(type: string): Price | undefined {
  const [family = '', size = ''] = type.split('.');
  const known = Object.hasOwn(INSTANCE_FAMILIES, family) ? INSTANCE_FAMILIES[family] : undefined;
  const share = Object.hasOwn(SIZES, size) ? SIZES[size] : undefined;
  if (known === undefined || share === undefined) return undefined;
  return {
    noun: `${type} instance`,
    usdPerHour: known.usdPerHourOfLarge * share,
    source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
    checked,
    confirmed: known.confirmed,
  };
}
