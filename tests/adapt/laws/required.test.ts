/** What is required survives on every channel, or a person is told that it could not. */
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { SAID, CODE } from './generated/told.ts';
import { TONGUES } from './generated/tongues.ts';
import { hold } from './held.ts';
import { problemsOf, textOf } from './reading.ts';

hold({
  'says each required fact, or tells it as a problem': (said, { locale, input }) => {
    const due = SAID.filter((id) => input.facts.some((fact) => fact.id === id && fact.required === true));
    if (due.length === 0) return undefined;
    const text = textOf(said);
    const forms = {
      code: [CODE],
      price: [TONGUES[locale].price, '4.50', '4,50'],
      offer: ['15', '۱۵'],
    };
    return due.filter(
      (id) => !forms[id].some((form) => text.includes(form)) && !problemsOf(said).includes(`fact ${id}`),
    );
  },

  'says the reduction and the code where there is room, though no sentence does': (said, { told, input }) => {
    const { spec } = input.channel;
    const due = input.facts.some(({ id, required }) => id === 'code' && required === true);
    const stated = told.some(({ facts }) => facts.includes('code') || facts.includes('offer'));
    if (spec.lengthClass === 'micro' || !due || stated) return undefined;
    const text = textOf(said);
    const whole = `${text}\n\n15% off with ${CODE}, and as much again in any of the six languages.`;
    if (!input.channel.count(whole, spec.fields[0].name).fits) return undefined;
    return text.includes(CODE) && /15|۱۵/u.test(text) ? [] : ['the offer'];
  },

  'sends a second SMS rather than drop what is required': (said, { locale, told, input }) => {
    if (
      input.channel.spec.id !== 'sms' ||
      !input.facts.some(({ id, required }) => id === 'code' && required === true)
    )
      return undefined;
    const mentions = findMentions(textOf(said), { locale, codes: [CODE] }).map(({ kind }) => kind);
    return told
      .flatMap(({ facts }) => facts)
      .filter((fact) => !mentions.includes(fact === 'offer' ? 'percentage' : fact));
  },

  'keeps the way to act: the link in the text, behind a button or in its own field, or the words that call': (
    said,
    { input },
  ) => {
    const ways = {
      inline: textOf(said).includes(said.link ?? '?') || said.parts.some(({ field }) => field === 'button'),
      field: said.link !== undefined,
      none: textOf(said).includes('Cq'),
    };
    return ways[input.channel.spec.links.place] ? [] : ['no way'];
  },
});
