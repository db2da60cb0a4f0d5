import { defineConfig } from 'vitest/config';
import { tags } from './tests/support/tags.ts';

export default defineConfig({
  test: {
    include: [
      'tests/**/*.test.ts',
      'brand-guide/**/*.test.ts',
      'functions/**/*.test.ts',
      'cli/**/*.test.ts',
      'infra/**/*.test.ts',
    ],
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 20_000,
    tags,
    setupFiles: ['tests/support/seed.ts'],
    pool: 'threads',
    // Test files share no state, and loading the product anew for each of them costs most of a minute.
    isolate: false,
    maxWorkers: '100%',
  },
});
