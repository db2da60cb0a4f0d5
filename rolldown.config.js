/** Bundles of the server, the command, the Lambda handlers, the infrastructure's app and the browser's linter. */
import { chmod, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { defineConfig } from 'rolldown';
import { phonesWhenAsked } from './scripts/phones-when-asked.mjs';
import { wasmInside } from './scripts/wasm-inside.mjs';
import { withoutRuleDocs } from './scripts/without-rule-docs.mjs';

const HANDLERS = ['api', 'publisher', 'stream', 'sweep'];
/** Native or local only: a Lambda bundle that reaches one of these is a mistake. */
const LOCAL_ONLY = ['classic-level', 'dynalite', 'level'];

const packageName = (id) => /^(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0];
const isPackage = (id) => !/^[./\0]/u.test(id);
/** Hundreds of small modules each: one file of them loads several times as fast. */
const OF_MANY_FILES = /^(?:culori|micromark|mdast-util|unist-util)/u;

/** `?raw` imports a file's text, as it does in Vite. */
const raw = {
  name: 'raw',
  resolveId: (id, importer) =>
    id.endsWith('?raw') && importer !== undefined ? resolve(dirname(importer), id) : undefined,
  load: async (id) =>
    id.endsWith('?raw')
      ? {
          code: `export default ${JSON.stringify(await readFile(id.slice(0, -4), 'utf8'))}`,
          moduleType: 'js',
        }
      : undefined,
};

const noLocalOnly = {
  name: 'no-local-only',
  resolveId(id, importer) {
    if (LOCAL_ONLY.includes(packageName(id))) this.error(`${importer} pulls ${id} into a Lambda bundle`);
  },
};

/** What begins with `#!` is run as it is. */
const executable = {
  name: 'executable',
  writeBundle: async ({ dir }, bundle) => {
    for (const { fileName, code } of Object.values(bundle))
      if (code?.startsWith('#!')) await chmod(join(dir, fileName), 0o755);
  },
};

const shared = { platform: 'node', tsconfig: 'tsconfig.json' };
const output = (rest) => ({ format: 'esm', sourcemap: true, ...rest });

/** What this machine runs: packages stay in node_modules, but for those of many files. */
const home = (input) =>
  defineConfig({
    ...shared,
    input,
    plugins: [raw, executable],
    external: (id) => isPackage(id) && !OF_MANY_FILES.test(id),
    output: output({ dir: 'dist', chunkFileNames: 'chunks/[name]-[hash].js' }),
  });

/** What Lambda runs: one self-contained file a handler, the AWS SDK with it, so that a deploy decides what runs. */
const lambda = (handler) =>
  defineConfig({
    ...shared,
    input: `functions/handlers/${handler}.ts`,
    plugins: [raw, noLocalOnly, wasmInside],
    transform: { target: 'node24' },
    output: output({
      sourcemapExcludeSources: true,
      file: `dist/lambda/${handler}/index.mjs`,
      codeSplitting: false,
      minify: true,
    }),
  });

const noNode = {
  name: 'no-node',
  resolveId(id, importer) {
    // The package that twitter-text brings, not Node's module of that name.
    if (id === 'punycode') return resolve('node_modules/punycode/punycode.js');
    if (isBuiltin(id)) this.error(`${importer} pulls ${id} into the browser's bundle`);
    return undefined;
  },
};

/** What only `load-guide` needs at once. */
const LOADS_GUIDES =
  /\/node_modules\/(?:ajv|js-yaml|yaml)\/|\/brand-guide\/guides\/|\/brand-guide\/schema\/(?!(?:merge|resolve)\.ts)/u;

/** What a page runs: no Node module, and what only some guides or channels need in chunks of their own. */
export const browser = defineConfig({
  platform: 'browser',
  tsconfig: 'tsconfig.json',
  input: {
    linter: 'brand-guide/linter.ts',
    'load-guide': 'brand-guide/schema/load.ts',
    'load-channel': 'functions/channels/load-channel.ts',
  },
  plugins: [noNode, withoutRuleDocs, phonesWhenAsked],
  // A page may lint in a worker, which has no document.
  resolve: { conditionNames: ['worker', 'import', 'browser', 'default'] },
  output: output({
    dir: 'dist/browser',
    cleanDir: true,
    chunkFileNames: 'chunks/[name]-[hash].js',
    minify: true,
    // One file packs better than many.
    codeSplitting: { groups: [{ name: 'core', tags: ['$initial'], test: (id) => !LOADS_GUIDES.test(id) }] },
  }),
});

export default [
  home({ server: 'functions/local.ts', cantus: 'cli/main.ts' }),
  home({ 'infra/app': 'infra/app.ts' }),
  browser,
  ...HANDLERS.map(lambda),
];
