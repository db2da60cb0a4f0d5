/** The import table for dependency-cruiser and the editors that read its configuration. */
import { allowed, forbidden } from './scripts/import-rules.mjs';

export default {
  allowed,
  allowedSeverity: 'error',
  forbidden,
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true },
};
