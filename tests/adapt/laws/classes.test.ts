/** Long channels tell everything, short ones the hook, the offer and the call, and say what has no room. */
import type { Adaptation } from '../../../functions/adapt/types.ts';
import type { Case } from './generated/cases.ts';
import { hold } from './held.ts';
import { mainOf, textOf } from './reading.ts';

const isOwn = (said: Adaptation): boolean => /P\dq/u.test(textOf(said));
const named = (said: Adaptation, mark: string): boolean =>
  said.leftOut.some(({ what, why }) => what.includes(mark) && why !== '');
const hasRoom = (said: Adaptation, one: Case, more: string): boolean => {
  const [{ name }] = one.input.channel.spec.fields;
  return one.input.channel.count(`${mainOf(said, one)}\n\n${more}`, name).fits;
};

hold({
  'a long channel keeps each detail behind its emoji, unless the account says otherwise': (said, one) => {
    const { channel, message } = one.input;
    const { details = [] } = message;
    if (channel.spec.lengthClass !== 'long' || details.length === 0) return undefined;
    return details.filter(({ emoji }, id) => {
      if (named(said, `E${id}q`)) return false;
      const bulleted = said.changed.some(({ what }) => what === `emoji ${emoji}`);
      return !textOf(said).includes(`${bulleted ? '•' : emoji} E${id}q`);
    });
  },

  'a long channel leaves nothing out that has room, but for a person’s own telling': (said, one) => {
    if (one.input.channel.spec.lengthClass !== 'long' || isOwn(said)) return undefined;
    const { details = [] } = one.input.message;
    const blocks = [
      ...one.told.map(({ id }) => `A${id}q`),
      ...details.map((_, id) => `E${id}q`),
      ...(one.input.message.headline === undefined ? [] : ['Hq']),
    ];
    const whole = [one.input.message.body ?? '', ...details.map(({ text }) => text)].join('\n\n');
    return hasRoom(said, one, whole) ? blocks.filter((mark) => !textOf(said).includes(mark)) : [];
  },

  'a short channel has the hook where there is room for it': (said, one) => {
    const { channel, message, format } = one.input;
    const { headline } = message;
    if (channel.spec.lengthClass !== 'short' || format === 'thread') return undefined;
    if (headline === undefined || isOwn(said)) return undefined;
    return textOf(said).includes(headline) || !hasRoom(said, one, headline) ? [] : [headline];
  },

  'a short channel says each part of the offer that stands alone, where there is room': (said, one) => {
    const { channel, format } = one.input;
    if (channel.spec.lengthClass !== 'short' || format === 'thread' || isOwn(said)) return undefined;
    const forms = { price: /4[.,]50|۴[٫.,]۵۰/u, offer: /15|۱۵/u, code: /MINT20/u };
    const offers = one.told.filter(
      ({ id, facts, leans, words }) =>
        facts.length > 0 && !leans && words.length < 15 && one.told[id + 1]?.leans !== true,
    );
    if (offers.length === 0) return undefined;
    return offers.flatMap(({ facts, words }) =>
      facts.filter(
        (fact) => !forms[fact].test(textOf(said)) && hasRoom(said, one, words.join(' ').padEnd(120)),
      ),
    );
  },

  'a short channel calls: in words, on a button or by the link alone': (said, one) => {
    if (one.input.channel.spec.lengthClass === 'long') return undefined;
    const acts = textOf(said).includes('Cq') || said.parts.some(({ field }) => field === 'button');
    return acts || named(said, 'call to action') ? [] : ['no call'];
  },
});
