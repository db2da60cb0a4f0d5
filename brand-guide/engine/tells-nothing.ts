/** Whether a text has nothing of its own: stock phrases of the guide and links alone, or not even these. */
import { phrasesFor } from '../guides/neutral.ts';
import type { RuleContext } from './types.ts';

/** Punctuation alone tells nothing; an emoji or a sign does. */
const TELLING = /[\p{L}\p{N}\p{S}\p{Extended_Pictographic}]/u;
const LETTER = /\p{L}/u;

export const tellsAnything = (text: string): boolean => TELLING.test(text);

/** Whether a line is the sender's, whatever brand it names. */
function sends(line: string, sender: string): boolean {
  const [before = '', after = ''] = sender.split('{brand}');
  return LETTER.test(before + after) && line.startsWith(before) && line.endsWith(after);
}

/** Whether a text is but stock phrases of the guide: what closes a letter, or says how to stop it. */
export function isStock(text: string, { guide, subject }: RuleContext): boolean {
  const { optOut, linkInBio, scanQr, sender = '', unsubscribe } = phrasesFor(guide, subject.locale);
  const stock = [optOut, linkInBio, scanQr, unsubscribe].flatMap((one) => one ?? []);
  const own = stock.reduce((rest, one) => rest.replaceAll(one, ''), text);
  return !own.split('\n').some((line) => tellsAnything(line) && !sends(line, sender));
}

/** Of all parts: a subject may tell what a body does not. What stands in a picture is not looked at. */
export function tellsNothing(context: RuleContext): boolean {
  const { subject, scopes } = context;
  return subject.parts.every((part) => {
    const unlinked = scopes(part)
      .filter(({ kind }) => kind === 'url')
      .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), part.text);
    return isStock(unlinked, context);
  });
}
