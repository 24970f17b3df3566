/** Maps of several values under one key. Knows nothing of anything. */
export { addTo, append } from './multimap';
