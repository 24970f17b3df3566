/** Asks whether the machine answers at all. Says nothing about the service; hardly ever what is wanted. */
export interface IcmpCheck {
  readonly kind: 'icmp';
}

/** Opens the port. A service that hangs behind an open port still counts as healthy. */
export interface TcpCheck {
  readonly kind: 'tcp';
  /**
   * Port that is opened.
   * @default - the port of the member
   */
  readonly port?: number;
}

/** Asks for a page and looks at the status. */
export interface HttpCheck {
  readonly kind: 'http';
  /** Path of a page that says whether this member works; it must not ask a store that all members share. */
  readonly path: string;
  /**
   * Statuses that mean healthy, as numbers and ranges: `200` or `200,204` or `200-299`.
   * @default '200'
   */
  readonly statuses?: string;
  /**
   * Port that is asked.
   * @default - the port of the member
   */
  readonly port?: number;
  /**
   * Ask over TLS.
   * @default false
   */
  readonly tls?: boolean;
}

/** Asks for a page and looks for a text in it: sees the error page that is served with status 200. */
export interface ContentCheck extends Omit<HttpCheck, 'kind' | 'statuses'> {
  readonly kind: 'content';
  /** Text that the page of a healthy member holds; at most 255 characters. */
  readonly contains: string;
}

/** How a member is asked whether it can serve. */
export type HealthCheck = IcmpCheck | TcpCheck | HttpCheck | ContentCheck;
