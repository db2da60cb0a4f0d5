/** The product's own modules as one file, bundled for the run: what a server or the command has loaded. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXPORTS = `
export { consistencyOf } from '${join(ROOT, 'functions/adapt/consistency-of.ts')}';
export { adaptPlace, placesOf } from '${join(ROOT, 'functions/adapt/adapt-place.ts')}';
export { checkCampaign } from '${join(ROOT, 'functions/core/campaign-file.ts')}';
export { compileGuide } from '${join(ROOT, 'brand-guide/engine/compile.ts')}';
export { neutralGuide } from '${join(ROOT, 'brand-guide/guides/neutral.ts')}';
export { findMentions } from '${join(ROOT, 'brand-guide/facts/find.ts')}';
`;
const ENTRY = '\0consistency-bench';

const entry = {
  name: 'entry',
  resolveId: (id) => (id === ENTRY ? id : undefined),
  load: (id) => (id === ENTRY ? EXPORTS : undefined),
};

export async function product() {
  const bundle = await rolldown({
    input: ENTRY,
    cwd: ROOT,
    platform: 'node',
    plugins: [entry],
    external: (id) => !/^[./\0]/u.test(id),
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.cache-bench-'));
  const file = join(folder, 'product.mjs');
  await writeFile(file, output[0].code);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
