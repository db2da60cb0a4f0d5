/** Folds one cluster (a character with its marks) for comparison: NFC, full case folding, and letters that readers hold equal. */

import { remembered } from './remembered.ts';

const EQUAL: Readonly<Record<string, string>> = {
  ё: 'е',
  ي: 'ی',
  ك: 'ک',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '＇': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '＂': '"',
  '‐': '-',
  '‑': '-',
};

/** The tonos and the breathings fall away in Greek capitals, where the dialytika comes and goes: Μάιος, ΜΑΪΟΣ. */
const GREEK_ACCENTS = /[\u0300\u0301\u0304\u0306\u0308\u0313\u0314\u0342]/gu;

/** By way of capitals, since they hold ß = ss and ς = σ = Σ; the dotless ı alone would be lost there. */
function foldCase(character: string): string {
  if (character === 'ı') return character;
  return character.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** With `keepCase` only what has nothing to do with case is made equal. */
export function foldCluster(cluster: string, keepCase: boolean): string {
  const composed = cluster.normalize('NFC');
  let folded = '';
  for (const character of composed) {
    const cased = keepCase ? character : foldCase(character);
    folded += EQUAL[cased.normalize('NFC')] ?? cased;
  }
  return folded.normalize('NFC');
}

function withoutAccents(folded: string): string {
  const stripped = folded.normalize('NFD').replace(GREEK_ACCENTS, '').normalize('NFC');
  return stripped.length === folded.length ? stripped : folded;
}

/** A folded Greek cluster without its accents, or as it is where that would change its length. */
export const stripAccents = remembered(withoutAccents);
