import type { ContentCheck, RecoveryRequest } from '../blueprints';

/** What both Regions of a pair are told alike. */
export interface DisasterRecoveryProps extends RecoveryRequest {
  /** Which of the two Regions this stack is. */
  readonly role: 'primary' | 'secondary';
  readonly primaryRegion: string;
  readonly secondaryRegion: string;
  /** Name of the system, in lower case: names of what both Regions share start with it. */
  readonly system: string;
  /** The public zone in which users find the system. It belongs to neither Region. */
  readonly zone: { readonly hostedZoneId: string; readonly zoneName: string };
  /**
   * Name in the zone.
   * @default 'www'
   */
  readonly recordName?: string;
  /** Page that tells that a Region serves, with a text in it; asked over TLS at the port of the balancer. */
  readonly healthCheck: Pick<ContentCheck, 'path' | 'contains'>;
  /**
   * Tag of the image in the repository of the system, which is copied to the second Region as it is pushed.
   * @default - a public web server, for as long as there is no image
   */
  readonly imageTag?: string;
  /**
   * The second Region has been told to take over: what slept or was not there runs at full size. Pilot-light and
   * backup-and-restore; it is set when the event is there, and deployed to the second Region alone.
   * @default false
   */
  readonly activated?: boolean;
  /**
   * The first Region is not there yet: the second one neither copies back to it nor joins its database. True for the very
   * first deployment of the second Region alone.
   * @default false
   */
  readonly firstDeployment?: boolean;
  /**
   * Port that the image listens on.
   * @default 80
   */
  readonly port?: number;
}
