/** A person's own micro, short or long telling is used whole where it fits, and gives way to a composed text where not. */
import type { Adaptation } from '../../../functions/adapt/types.ts';
import type { Case } from './generated/cases.ts';
import { marksOf } from './generated/own-lengths.ts';
import { SAID, saidIn } from './generated/told.ts';
import { hold } from './held.ts';
import { textOf, times } from './reading.ts';

const classOf = ({ input }: Case) =>
  input.format === 'thread' ? ('long' as const) : input.channel.spec.lengthClass;
const ownOf = (one: Case): string | undefined => one.input.message.lengths?.[classOf(one)];
const uses = (said: Adaptation, own: string): boolean => textOf(said).includes(own);

const isEachRequired = ({ input }: Case): boolean =>
  input.facts.some(({ id, required }) => id === 'code' && required === true);
/** Whether it says what is required, as far as it is drawn to. */
const isEnough = (one: Case, own: string): boolean =>
  !isEachRequired(one) || own.includes(saidIn(one.locale, SAID));

/** The telling with all that could be set around it. */
function wholeOf({ input }: Case, own: string): string {
  const { message, guide, channel, locale } = input;
  return [
    own,
    message.body ?? '',
    ...(guide.disclosures ?? []).flatMap(({ text }) => text[locale] ?? []),
    'Cq: https://northwind.com/mint?ref=a&utm_source=in-store-sign&utm_medium=social&utm_campaign=mint#top',
    'Another line of the guide, for what neither of them says, and a phrase for the link.',
    '@friend',
    (message.hashtags ?? []).map((tag) => `#${tag}`).join(' '),
    ...(channel.spec.lengthClass === 'micro' ? [] : ['#CupOfMint']),
  ].join('\n\n');
}

const holds = ({ input: { channel } }: Case, text: string): boolean =>
  channel.spec.fields.some(({ name }) => ['text', 'body'].includes(name) && channel.count(text, name).fits);

hold({
  'is used where it fits with what goes with it': (said, one) => {
    const own = ownOf(one);
    if (own === undefined || !isEnough(one, own) || !holds(one, wholeOf(one, own))) return undefined;
    return uses(said, own) ? [] : [own];
  },

  'is neither cut nor said twice': (said, { input }) => {
    if (input.message.lengths === undefined) return undefined;
    return (['micro', 'short', 'long'] as const).filter((length) => {
      const [open, close] = marksOf(length).map((mark) => times(textOf(said), mark));
      return open !== close || (open ?? 0) > 1;
    });
  },

  'gives way to a text that is composed where it does not fit': (said, one) => {
    const own = ownOf(one);
    const { message } = one.input;
    if (own === undefined || uses(said, own) || one.told.length === 0) return undefined;
    const told = [message.headline, ...one.told.map(({ id }) => `A${id}q`), 'MINT20', 'Cq', '£'];
    return told.some((words) => words !== undefined && textOf(said).includes(words)) ? [] : [own];
  },

  'stands for the message: of that, it is followed by what is required alone': (said, one) => {
    const own = ownOf(one);
    if (own === undefined || !uses(said, own)) return undefined;
    const text = said.parts.find((part) => part.text.includes(own))?.text ?? '';
    const again = one.told.filter(({ id, facts }) => facts.length === 0 && text.includes(`A${id}q`));
    const leant = again.filter(({ id }) => !text.includes(`A${id + 1}q`));
    return isEachRequired(one) ? leant : again;
  },

  'is what the account gives as the reason for what it leaves out': (said, one) => {
    const { lengths } = one.input.message;
    const left = said.leftOut.filter(({ what }) => /^(?:headline|sentence|detail)/u.test(what));
    if (lengths === undefined || left.length === 0) return undefined;
    return left.filter(({ why }) => {
      const [, length] = /a person's own (micro|short|long) telling/u.exec(why) ?? [];
      const own = Object.entries(lengths).find(([name]) => name === length)?.[1];
      // A headline of its own part ends without a full stop.
      return length !== undefined && !uses(said, own?.replace(/[.。]$/u, '') ?? '\0');
    });
  },
});
