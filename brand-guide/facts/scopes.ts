/** Stretches that no fact is read from: e-mail addresses, merge tags, handles and hashtags. */
import type { Claims } from './claims.ts';
import type { FoldedText } from './fold.ts';
import { matchesOf } from '../engine/matches-of.ts';

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}/gu;
const MERGE_TAG = /\{\{[^{}\n]{1,80}\}\}/gu;
const HANDLE = /(?<![\p{L}\p{N}_])[@][\p{L}\p{N}_.]{1,60}(?:@[\p{L}\p{N}.-]{1,80})?/gu;
const HASHTAG = /[#＃][\p{L}\p{N}_]{1,140}/gu;

function take(pattern: RegExp, text: FoldedText, claims: Claims): void {
  for (const match of matchesOf(text.text, pattern)) {
    const end = match.index + match[0].length;
    if (claims.free(match.index, end)) claims.take(match.index, end);
  }
}

/** Before links, since an address ends like one. */
export function claimAddresses(text: FoldedText, claims: Claims): void {
  if (text.text.includes('{{')) take(MERGE_TAG, text, claims);
  if (text.text.includes('@')) take(EMAIL, text, claims);
}

export function claimTags(text: FoldedText, claims: Claims): void {
  if (text.text.includes('@')) take(HANDLE, text, claims);
  if (/[#＃]/u.test(text.text)) take(HASHTAG, text, claims);
}
