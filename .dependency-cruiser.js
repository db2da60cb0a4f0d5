/** The import table for dependency-cruiser and the editors that read its configuration. */
import { allowedBy, forbidden, readTable, RESOLVE } from './scripts/import-rules.mjs';

export default {
  allowed: allowedBy(readTable()),
  allowedSeverity: 'error',
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: RESOLVE,
  },
};
