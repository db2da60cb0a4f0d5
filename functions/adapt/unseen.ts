/** What the guide wants before "see more", and stands behind it. */
import type { Note } from '../core/variant.ts';
import type { Brief } from './brief.ts';
import { beforeFold } from './compose/fold.ts';

const WHY = 'the guide wants it before “see more”, and there is no room for it there';

/** Lines and words that are not said at all are told elsewhere. */
export function unseen(brief: Brief, main: string): readonly Note[] {
  const { input, cta } = brief;
  const behind = (words: string): boolean => {
    const at = main.indexOf(words.normalize('NFC'));
    return words !== '' && at >= 0 && !beforeFold(brief, main.slice(0, at + words.normalize('NFC').length));
  };
  const lines = brief
    .disclosures(main)
    .filter((one) => one.beforeFold && behind(one.text ?? ''))
    .map(({ id }) => ({ what: `disclosure ${id}`, why: WHY }));
  const called = input.guide.cta?.beforeFold === true && behind(cta.replace(/[:：.。]$/u, ''));
  return [...lines, ...(called ? [{ what: 'call to action', why: WHY }] : [])];
}
