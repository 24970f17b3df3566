/** Directed graphs as successor functions over small integers. No cloud words. */
export { stronglyConnectedComponents } from './strongly-connected-components';
