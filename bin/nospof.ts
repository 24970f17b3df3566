#!/usr/bin/env node
import { processHost, run } from '../lib/cli';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

run(process.argv.slice(2), processHost()).then((code) => {
  process.exitCode = code;
});
