/** Judges a picture's text alternative by its wording alone. */
import openings from '../rules/data/alt-openings.json' with { type: 'json' };
import { foldText } from './fold.ts';
import type { ImageFacts } from './image.ts';
import { languageOf } from './locale.ts';
import { scannerOf } from './scanner.ts';

const BY_LANGUAGE: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(openings));
const EXTENSION = /\.(?:jpe?g|png|gif|webp|avif|hei[cf]|svg|tiff?|bmp|pdf|mp4|mov)$/iu;
/** What cameras, phones and programs call a file by themselves. */
const CAMERA_NAME =
  /^(?:img|dsc[nf]?|pxl|mvi|gopr|image|photo|picture|screen ?shot|untitled|unnamed)(?:[\s_-]*\d[\d\s_.:-]*(?:at [\d.:\s]+(?:[ap]m)?)?)?$/iu;

/** Finds `image of` and its like at the start of a text, in the locale's language; English where there is no list. */
export function openingFinder(locale: string): (alt: string) => string | undefined {
  const list = BY_LANGUAGE.get(languageOf(locale)) ?? openings.en;
  const sought = list.map((text) => ({ rule: 'alt-text', literal: { text, item: text } }));
  const scanner = scannerOf(sought, locale);
  return (alt) => {
    const from = alt.length - alt.trimStart().length;
    const hits = scanner.scan(alt.slice(0, from + 80)).filter(({ start }) => start === from);
    const [longest] = hits.toSorted((a, b) => b.end - a.end);
    return longest && longest.end < alt.trimEnd().length ? alt.slice(longest.start, longest.end) : undefined;
  };
}

/** Whether the text is the name of a file rather than words. */
export function isFileName(alt: string, { name }: ImageFacts): boolean {
  const text = alt.trim();
  const stem = name.replace(EXTENSION, '');
  if (EXTENSION.test(text) || CAMERA_NAME.test(text)) return true;
  return /[_\d-]/u.test(stem) && !/\s/u.test(stem) && foldText(text) === foldText(stem);
}
