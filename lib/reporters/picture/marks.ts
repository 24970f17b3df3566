/**
 * Our own marks, one per role: lines in a square of 20 by 20, drawn with the colour of the text around them.
 * Simple on purpose: a mark says what a thing does, not who sells it.
 */
export const MARKS: Readonly<Record<string, string>> = {
  /** A tag: a name that leads somewhere. */
  record: 'M3 4h8l6 6-6 6H3zM6.5 10h.01',
  /** An arrow into a doorway. */
  entry: 'M9 3h8v14H9M2 10h9M8 6.5 11.5 10 8 13.5',
  address: 'M10 17.5c3.5-4 5.2-6.4 5.2-9a5.2 5.2 0 0 0-10.4 0c0 2.6 1.7 5 5.2 9zM10 10a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
  /** One way in, three ways on. */
  balancer: 'M2 10h6M8 10l4-6h5M8 10h9M8 10l4 6h5M15 2l2 2-2 2M15 8l2 2-2 2M15 14l2 2-2 2',
  pool: 'M3 5h14M3 10h14M3 15h14M6 3v4M6 8v4M6 13v4',
  /** A chip. */
  compute: 'M5 5h10v10H5zM8 8h4v4H8zM8 2v3M12 2v3M8 15v3M12 15v3M2 8h3M2 12h3M15 8h3M15 12h3',
  cluster: 'M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z',
  interface: 'M3 5h14v8H3zM6 13v4M10 13v4M14 13v4',
  /** Things that wait in line. */
  queue: 'M2 6h4v8H2zM8 6h4v8H8zM14 6h4v8h-4z',
  cache: 'M4 5c0-3 12-3 12 0v10c0 3-12 3-12 0zM4 5c0 3 12 3 12 0M11 8l-3 3.5h4L9 15',
  store: 'M4 5c0-3 12-3 12 0v10c0 3-12 3-12 0zM4 5c0 3 12 3 12 0M4 10c0 3 12 3 12 0',
  replication: 'M3 7h12M12 3.5 15.5 7 12 10.5M17 13H5M8 9.5 4.5 13 8 16.5',
  /** Out of the box, one way. */
  nat: 'M11 3H3v14h8M7 10h11M14.5 6.5 18 10l-3.5 3.5',
  endpoint: 'M2 10h6M8 6v8c5 0 6-2 6-4s-1-4-6-4zM14 10h4',
  appliance: 'M10 2l6.5 2.5v5c0 4-2.6 6.8-6.5 8.5-3.9-1.7-6.5-4.5-6.5-8.5v-5z',
  gateway: 'M3 17V9a7 7 0 0 1 14 0v8M7 17V9.5a3 3 0 0 1 6 0V17M1.5 17h17',
  hub: 'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 2v5M10 13v5M2 10h5M13 10h5',
  link: 'M6 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM14 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM9 10h2',
  device: 'M3 10h14v6H3zM6 13h.01M9 13h.01M7 10l-3-6M13 10l3-6',
  other: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM8 8.2a2 2 0 1 1 2.6 1.9c-.4.1-.6.5-.6 1V12M10 14.2h.01',
};
