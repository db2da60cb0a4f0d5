/** Where a channel cuts a text: what stands before "see more". */
import type { Brief } from '../brief.ts';

/** Whether the text ends before the fold, in characters (by the stricter count, UTF-16) and lines. */
export function beforeFold(brief: Brief, text: string): boolean {
  const { fold } = brief.input.channel.spec;
  if (fold === null || brief.field !== brief.input.channel.spec.fields[0].name) return true;
  return text.length <= fold.characters.value && text.split('\n').length <= (fold.lines?.value ?? Infinity);
}
