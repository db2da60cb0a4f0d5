/** A person's own tellings under a headline that stands in a part of its own. */
import type { Message } from '../../core/campaign.ts';
import type { Brief } from '../brief.ts';
import { splitSentences } from '../sentences.ts';
import { foldOpen } from '../words.ts';

/** The message whose tellings of a person's own do not begin with the headline, which stands above them. */
export function headless({ input: { message, locale }, story }: Brief): Message {
  const { headline } = story;
  if (message.lengths === undefined || headline === '') return message;
  const own = Object.entries(message.lengths).map(([name, text]): [string, string] => {
    const [first] = splitSentences(text, locale);
    const again = first !== undefined && foldOpen(first.text) === foldOpen(headline);
    const rest = again ? text.trimStart().slice(first.text.length).trim() : '';
    return [name, rest === '' ? text : rest];
  });
  return { ...message, lengths: Object.fromEntries(own) };
}
