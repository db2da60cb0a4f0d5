/** Looks words up in Hunspell dictionaries: English that comes along, and those under a project's styles folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from 'dictionary-en';
import nspell from 'nspell';
import type { Speller } from '../brand-guide/vale/types.ts';

type Dictionary = { readonly aff: Uint8Array; readonly dic: Uint8Array };

function found(folders: readonly string[], name: string): Dictionary | undefined {
  const base = folders
    .map((folder) => join(folder, 'config', 'dictionaries', name))
    .find((path) => existsSync(`${path}.dic`) && existsSync(`${path}.aff`));
  return base === undefined
    ? undefined
    : { aff: readFileSync(`${base}.aff`), dic: readFileSync(`${base}.dic`) };
}

function spellerIn(dictionaries: readonly Dictionary[]): Speller {
  const checkers = dictionaries.map(({ aff, dic }) => nspell(Buffer.from(aff), Buffer.from(dic)));
  return {
    correct: (word) => checkers.some((checker) => checker.correct(word)),
    suggest: (word) => checkers.flatMap((checker) => checker.suggest(word)).slice(0, 6),
  };
}

/** Undefined for a name that there is no dictionary of. */
export function spellers(folders: readonly string[]): (names: readonly string[]) => Speller | undefined {
  const made = new Map<string, Speller>();
  return (names) => {
    const key = names.join('\n');
    const known = made.get(key);
    if (known) return known;
    const all =
      names.length === 0
        ? [english]
        : names.map(
            (name) => found(folders, name) ?? (/^en([-_]US)?(-web)?$/u.test(name) ? english : undefined),
          );
    const present = all.flatMap((one) => (one ? [one] : []));
    if (present.length < all.length) return undefined;
    const speller = spellerIn(present);
    made.set(key, speller);
    return speller;
  };
}
