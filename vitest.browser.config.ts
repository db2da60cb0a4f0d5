/** The rules' and the facts' tables again, in Chromium, against the bundle that a page loads. */
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { tags } from './tests/support/tags.ts';

const BUNDLE = fileURLToPath(new URL('dist/browser/linter.js', import.meta.url));
/** The modules whose exports the bundle has. */
const BUNDLED =
  /\/brand-guide\/(?:engine\/(?:compile|fixes|lint|prepare)|facts\/(?:find|prepare-phones))\.ts$/u;

const bundled: Plugin = {
  name: 'bundled',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (importer === undefined || !importer.includes('/tests/')) return undefined;
    const found = await this.resolve(id, importer, { skipSelf: true });
    return found && BUNDLED.test(found.id) ? BUNDLE : undefined;
  },
};

export default defineConfig({
  plugins: [bundled],
  define: { 'process.env': '{}' },
  test: {
    // These two read files: the folder of rules, and a dictionary.
    exclude: ['**/rules/registry.test.ts', '**/rules/spelling.test.ts'],
    include: ['tests/brand-guide/rules/*.test.ts', 'tests/brand-guide/facts/sentences.test.ts'],
    setupFiles: ['tests/brand-guide/prepare-every-rule.ts'],
    testTimeout: 20_000,
    tags,
    isolate: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env['CANTUS_CHROMIUM'] ?? '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
