/** The product's own modules as a server or the command has them loaded, bundled from their source. */
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const ENTRIES = {
  adapt: 'functions/adapt/adapt.ts',
  'adapt-place': 'functions/adapt/adapt-place.ts',
  'lint-place': 'functions/adapt/lint-place.ts',
  'message-parts': 'functions/adapt/message-parts.ts',
  'consistency-of': 'functions/adapt/consistency-of.ts',
  'channel-specs': 'functions/channels/specs.ts',
  'campaign-file': 'functions/core/campaign-file.ts',
  'compile-guide': 'brand-guide/engine/compile.ts',
  'prepare-guide': 'brand-guide/engine/prepare.ts',
  'load-guide': 'brand-guide/schema/load.ts',
  'neutral-guide': 'brand-guide/guides/neutral.ts',
  'find-mentions': 'brand-guide/facts/find.ts',
};

/** Writes the bundle that `product` loads. */
export async function build() {
  const bundle = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    external: (id) => !/^[./\0]/u.test(id),
    logLevel: 'silent',
  });
  await bundle.write({ dir: `${root}dist/bench`, format: 'esm', entryFileNames: '[name].js' });
  await bundle.close();
}

export async function product() {
  const loaded = await Promise.all(
    Object.keys(ENTRIES).map((name) => import(new URL(`../dist/bench/${name}.js`, import.meta.url).href)),
  );
  return Object.assign({}, ...loaded);
}
