/** Puts the letters' renderer into a bundle with its WebAssembly: beside a Lambda's one file there is no other. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const RENDERER = /[\\/]mrml[\\/]nodejs[\\/]mrml_wasm\.js$/u;
const LOADS = /const wasmPath = [^\n]+\nconst wasmBytes = [^\n]+\n/u;

export const wasmInside = {
  name: 'wasm-inside',
  async transform(code, id) {
    if (!RENDERER.test(id)) return undefined;
    if (!LOADS.test(code)) this.error(`${id} no longer loads its WebAssembly as this build expects`);
    const bytes = await readFile(join(dirname(id), 'mrml_wasm_bg.wasm'));
    return code.replace(
      LOADS,
      () => `const wasmBytes = Buffer.from('${bytes.toString('base64')}', 'base64');\n`,
    );
  },
};
