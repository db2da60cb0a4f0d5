/** The adapter as this machine runs it, bundled from its source. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ENTRIES = {
  adapt: 'functions/adapt/adapt.ts',
  'adapt-place': 'functions/adapt/adapt-place.ts',
  'lint-place': 'functions/adapt/lint-place.ts',
  'message-parts': 'functions/adapt/message-parts.ts',
  'channel-specs': 'functions/channels/specs.ts',
  'campaign-file': 'functions/core/campaign-file.ts',
  'compile-guide': 'brand-guide/engine/compile.ts',
  'prepare-guide': 'brand-guide/engine/prepare.ts',
  'load-guide': 'brand-guide/schema/load.ts',
};

export async function bundled() {
  const build = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    external: (id) => !/^[./\0]/u.test(id),
    logLevel: 'silent',
  });
  await build.write({ dir: `${root}dist/bench`, format: 'esm', entryFileNames: '[name].js' });
  await build.close();
  const loaded = await Promise.all(
    Object.keys(ENTRIES).map((name) => import(new URL(`../../dist/bench/${name}.js`, import.meta.url).href)),
  );
  return Object.assign({}, ...loaded);
}
