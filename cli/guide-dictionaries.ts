/** Loads the dictionary that a guide's `vocabulary.spelling` names for a locale: the English one that comes along, or two files beside the guide. */
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { entryFor } from '../brand-guide/engine/locale.ts';
import type { Dictionaries } from '../brand-guide/engine/types.ts';
import type { Hunspell } from '../brand-guide/inflections/inflections-of.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { Refused } from '../functions/core/errors.ts';
import { fileFault, shown } from './input.ts';
import type { Terminal } from './terminal.ts';

/** Names of the dictionary that comes along. */
const ENGLISH = new Set(['en', 'en-US', 'en_US', 'dictionary-en']);

function textOf(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The encoding that an .aff file says it is in, `SET KOI8-R` or the like. */
function encodingOf(aff: Uint8Array): string {
  const named = /^SET[ \t]+(\S+)/mu.exec(textOf(aff, 'latin1'))?.[1] ?? 'UTF-8';
  return named.replace(/^ISO(?=8859)/iu, 'ISO-').replace(/^microsoft-cp/iu, 'windows-');
}

async function english(): Promise<Hunspell> {
  const { default: bytes } = await import('dictionary-en');
  return { aff: textOf(bytes.aff, 'utf-8'), dic: textOf(bytes.dic, 'utf-8') };
}

async function fromFiles(base: string, says: string): Promise<Hunspell> {
  try {
    const [aff, dic] = await Promise.all([readFile(`${base}.aff`), readFile(`${base}.dic`)]);
    const encoding = encodingOf(aff);
    return { aff: textOf(aff, encoding), dic: textOf(dic, encoding) };
  } catch (error) {
    const why = error instanceof RangeError ? 'is in an encoding that is not known' : fileFault(error);
    if (why === undefined) throw error;
    throw new Refused('invalid-input', `${says}: ${why}`);
  }
}

/**
 * The texts of the dictionary for a locale with its name in the guide, or undefined where the guide names none. Other
 * names than the English ones are paths beside the guide, without `.aff` and `.dic`.
 * @throws Refused `invalid-input`, in one line, for a dictionary that is not there.
 */
export async function guideHunspell(
  terminal: Pick<Terminal, 'folder'>,
  guide: Guide,
  guideFile: string,
  locale: string,
): Promise<{ readonly name: string; readonly source: Hunspell } | undefined> {
  const name = entryFor(guide.vocabulary?.spelling, locale);
  if (name === undefined) return undefined;
  if (ENGLISH.has(name)) return { name, source: await english() };
  const folder = guideFile === '-' ? '' : dirname(guideFile);
  const base = resolve(terminal.folder, isAbsolute(name) ? name : join(folder, name));
  const says = `${shown(guideFile)}: vocabulary.spelling: the dictionary ${name} (.aff and .dic)`;
  return { name, source: await fromFiles(base, says) };
}

/** What `compileGuide` takes. The spelling engine is loaded here, and only where a guide asks for it. */
export async function guideDictionaries(
  terminal: Pick<Terminal, 'folder'>,
  guide: Guide,
  guideFile: string,
  locale: string,
): Promise<Dictionaries> {
  const found = await guideHunspell(terminal, guide, guideFile, locale);
  if (!found) return {};
  const { dictionaryOf } = await import('../brand-guide/spelling/dictionary.ts');
  return { [found.name]: dictionaryOf(found.source) };
}
