/** What of an adapted text has to stand word for word, whoever writes the rest. */
import { entryFor } from '../../../brand-guide/engine/locale.ts';
import type { Part } from '../../../brand-guide/engine/types.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { Message } from '../../core/campaign.ts';
import { disclosureTexts } from '../required.ts';
import { formsOf } from '../says.ts';

const TAGS = /[#＃@][\p{L}\p{M}\p{N}_\u200C][\p{L}\p{M}\p{N}_\u200C.@-]*/gu;
const FINAL = /[.@-]+$/u;

export const tagsIn = (text: string): readonly string[] =>
  (text.match(TAGS) ?? []).map((tag) => tag.replace(FINAL, ''));

/** White space never tells two lines apart. */
export const spaced = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

export interface Kept {
  readonly parts: readonly Part[];
  readonly message: Message;
  readonly facts: readonly Fact[];
  readonly guide: Guide;
  readonly locale: string;
  readonly link: string | undefined;
}

/** Of disclosures, small print, stock phrases, call to action, link, hashtags and handles those that the text has. */
export function keptLines({ parts, message, facts, guide, locale, link }: Kept): readonly string[] {
  const text = spaced(parts.map((part) => part.text).join('\n'));
  const { optOut, linkInBio, scanQr, unsubscribe } = entryFor(guide.phrases, locale) ?? {};
  const lines = [
    ...disclosureTexts(guide, locale),
    ...facts.flatMap((fact) => (fact.kind === 'legal' ? (formsOf(fact, locale) ?? []) : [])),
    optOut,
    linkInBio,
    scanQr,
    unsubscribe,
    message.cta?.text,
    link,
    ...tagsIn(text),
  ];
  const said = lines.flatMap((line) => (line === undefined || line.trim() === '' ? [] : [spaced(line)]));
  return [...new Set(said)].filter((line) => text.includes(line));
}
