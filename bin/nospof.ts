#!/usr/bin/env node
import * as nodeModule from 'node:module';

// From version 22 Node can keep compiled code between runs, which is a good part of a short run; older ones go without.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

(require('../lib/cli') as typeof import('../lib/cli')).main();
