/** The story is told in order and once: what leans follows at once, nothing is repeated, tags and handles stand apart. */
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { CODE } from './generated/told.ts';
import { hold } from './held.ts';
import { textOf, times } from './reading.ts';

hold({
  'keeps a sentence that leans on another only right behind it': (said, { told }) => {
    const text = textOf(said);
    const leaning = told.filter(({ id, leans }) => leans && text.includes(`A${id}q`));
    if (leaning.length === 0) return undefined;
    return leaning.filter(({ id }) => {
      const before = text.indexOf(`Z${id - 1}q`);
      return before < 0 || /A\d+q/u.test(text.slice(before, text.indexOf(`A${id}q`)));
    });
  },

  'says no code, headline, sentence, detail, line, link or call to action twice': (said, { told, input }) => {
    const text = textOf(said);
    const once = [
      CODE,
      'Hq',
      'Cq',
      'northwind.com',
      'nw.example',
      ...told.map(({ id }) => `A${id}q`),
      ...(input.message.details ?? []).map((_, id) => `E${id}q`),
      ...(input.guide.disclosures ?? []).map((_, id) => `L${id}q`),
    ];
    return once.filter((part) => times(text, part) > 1);
  },

  'states no fact twice in a part, however many of them one sentence or one frame states': (
    said,
    { locale },
  ) =>
    said.parts.flatMap(({ text }) => {
      const kinds = findMentions(text, { locale, codes: [CODE] }).map(({ kind }) => kind);
      return ['price', 'percentage', 'code', 'url'].filter(
        (kind) => kinds.filter((one) => one === kind).length > 1,
      );
    }),

  'drops the hook on X only where it has no room': (said, { input: { channel, message } }) => {
    const { headline } = message;
    if (channel.spec.id !== 'x' || headline === undefined || /P\dq/u.test(textOf(said))) return undefined;
    if (textOf(said).includes(headline)) return [];
    return channel.count(`${headline}\n\n${textOf(said)}`).fits ? ['the headline'] : [];
  },

  'sets mentions behind the call and hashtags on a line of their own': (said, { input: { message } }) => {
    const text = textOf(said);
    if (!text.includes('#')) return undefined;
    return text
      .split('\n')
      .filter((line) => line.startsWith('#') && line.split(' ').some((one) => !one.startsWith('#')))
      .concat((message.hashtags ?? []).filter((tag) => text.includes(`@friend #${tag}`)));
  },

  'sets hashtags last': (said, { input }) => {
    const tags = [...(input.message.hashtags ?? []), ...(input.guide.hashtags?.required ?? [])];
    if (!tags.some((tag) => textOf(said).includes(`#${tag}`))) return undefined;
    return said.parts.flatMap(({ text }) => {
      const last = text.split('\n').at(-1) ?? '';
      return tags.filter((tag) => text.includes(`#${tag}`) && !last.includes(`#${tag}`));
    });
  },
});
