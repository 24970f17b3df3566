/** Where the official images of stores keep their data. Checked 2026-11-22, source: github.com/docker-library/docs */
export const dataDirectories: ReadonlySet<string> = new Set([
  // cassandra/content.md, "Where to Store Data"
  '/var/lib/cassandra',
  // mongo/content.md, "Where to Store Data"
  '/data/db',
  // mysql/content.md and mariadb/content.md, "Where to Store Data"
  '/var/lib/mysql',
  // postgres/content.md, "PGDATA"
  '/var/lib/postgresql',
  // rabbitmq/content.md, "Running the daemon"
  '/var/lib/rabbitmq',
]);

/**
 * What a program may find empty when it starts again: caches, run-time files, temporary files. Checked 2026-11-22, source:
 * Filesystem Hierarchy Standard 3.0, sections 3.15, 3.18, 5.5, 5.10, 5.13 and 5.15 (logs are written and not read).
 */
export const temporaryDirectories: ReadonlySet<string> = new Set([
  '/run',
  '/tmp',
  '/var/cache',
  '/var/log',
  '/var/run',
  '/var/tmp',
]);
