/** Compiles every `X.schema.json` to `X.schema.generated.js`: a validator without eval, `require` or ajv itself. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['brand-guide', 'functions'];
const ENTRY = '\0validator';
const TYPES = `import type { ErrorObject } from 'ajv';

export declare const validate: { (data: unknown): boolean; errors?: null | ErrorObject[] };
`;

const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));

/** The schemas that `X.schema.json` refers to, by the names that it has for them. */
async function sectionsBeside(file) {
  const folder = join(file, '..', 'sections');
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map(async (name) => [`sections/${name}`, await readJson(join(folder, name))]));
}

/** The validator's source; `verbose` puts the value and the schema beside each error, for messages that name both. */
function validatorSource(schema, sections) {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv);
  for (const [name, section] of sections) ajv.addSchema(section, name);
  return standalone.default(ajv, ajv.compile(schema));
}

/** ajv's standalone code calls `require` for its runtime; the bundler puts that in, so a browser can load the file. */
async function inlineRuntime(source) {
  const own = {
    name: 'validator',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? source.replace(/export default [^;]+;/, '') : null),
  };
  const bundle = await rolldown({
    input: ENTRY,
    plugins: [own],
    cwd: ROOT,
    platform: 'neutral',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output[0].code;
}

async function writeIfChanged(file, text) {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === text) return;
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

async function compileSchema(file) {
  const stem = join(file, '..', `${basename(file, '.json')}.generated`);
  const source = validatorSource(await readJson(file), await sectionsBeside(file));
  const code = await inlineRuntime(source);
  if (/(?<!["'`])\b(?:require|eval|Function)\(/.test(code))
    throw new Error(`${file}: its validator cannot run in a browser`);
  await writeIfChanged(`${stem}.js`, `/* Made by scripts/compile-schemas.mjs. */\n${code}`);
  await writeIfChanged(`${stem}.d.ts`, TYPES);
}

/** Compiles all schemas under the product's folders; writes only what changed. */
export async function compileSchemas() {
  for (const folder of FOLDERS) {
    const names = await readdir(join(ROOT, folder), { recursive: true });
    for (const name of names.filter((one) => one.endsWith('.schema.json')))
      await compileSchema(join(ROOT, folder, name));
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await compileSchemas();
