/** A Lambda's one file has the letters' renderer whole: there is no other file beside it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { wasmInside } from '../../scripts/wasm-inside.mjs';

const LETTER =
  '<mjml><mj-body><mj-section><mj-column><mj-text>Fig season</mj-text></mj-column></mj-section></mj-body></mjml>';
const SOURCE = `import { Engine } from 'mrml'; export const html = new Engine().toHtml('${LETTER}').content;`;
const Bundled = z.object({ html: z.string() });

it('renders from a bundle that stands alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cantus-letters-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bundle = await rolldown({
    input: 'letters',
    platform: 'node',
    plugins: [
      {
        name: 'letters',
        resolveId: (id) => (id === 'letters' ? id : undefined),
        load: (id) => (id === 'letters' ? SOURCE : undefined),
      },
      wasmInside,
    ],
  });
  await bundle.write({ file: join(folder, 'index.mjs'), format: 'esm', codeSplitting: false });
  await bundle.close();
  await writeFile(join(folder, 'package.json'), '{}');
  const made = Bundled.parse(await import(pathToFileURL(join(folder, 'index.mjs')).href));
  expect(made.html).toContain('Fig season');
});
