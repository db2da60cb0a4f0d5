/** The call to action stands where the guide wants it, or a person is told that it could not. */
import { phrasesFor } from '../../../brand-guide/guides/neutral.ts';
import { brandOf } from '../../../functions/adapt/closing.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import type { Case } from './generated/cases.ts';
import { cases } from './generated/cases.ts';
import { hold } from './held.ts';
import { mainOf, problemsOf, shownOf } from './reading.ts';

const CALL = 'Cq';
const SAYS = /[\p{L}\p{N}]/u;
/** Whether the text itself calls in words: elsewhere a button or a code does. */
const calls = (said: Adaptation, one: Case): boolean => mainOf(said, one).includes(CALL);
const linesOf = ({ input }: Case): readonly string[] =>
  (input.guide.disclosures ?? []).flatMap(({ text }) => text[input.locale] ?? []);
const without = (text: string, lines: readonly string[]): string =>
  lines.reduce((rest, line) => rest.replace(line, ''), text);

/** Channels that cut, under guides that want call and lines before the cut. */
const cut = cases
  .filter(({ input }) => input.channel.spec.fold !== null)
  .map((one): Case => {
    const { guide } = one.input;
    const disclosures = guide.disclosures?.map((line) => ({ ...line, beforeFold: true }));
    const early = { ...guide, cta: { beforeFold: true }, ...(disclosures && { disclosures }) };
    return { ...one, input: { ...one.input, guide: early } };
  });

hold(
  {
    'before the fold where the guide asks for it, or told as a problem': (said, one) => {
      if (!calls(said, one)) return undefined;
      const shown = shownOf(said, one).includes(CALL);
      return shown === problemsOf(said).includes('call to action') ? [{ shown }] : [];
    },

    'before the fold wherever it fits behind the lines that go first': (said, one) => {
      if (!calls(said, one)) return undefined;
      const lines = linesOf(one).filter((line) => mainOf(said, one).includes(line));
      const { fold } = one.input.channel.spec;
      const least = lines.length === 0 ? CALL : `${lines.join('\n')}\n\n${CALL}`;
      const rows = least.split('\n').length;
      if (least.length > (fold?.characters.value ?? 0) || rows > (fold?.lines?.value ?? rows))
        return undefined;
      return shownOf(said, one).includes(CALL) ? [] : [least];
    },
  },
  cut,
);

hold({
  'never told as too late where the guide does not ask, or where it is shown': (said, one) => {
    const asked = one.input.guide.cta?.beforeFold === true;
    if (asked && !shownOf(said, one).includes(CALL)) return undefined;
    return problemsOf(said).filter((what) => what === 'call to action');
  },

  'first where the guide wants it there, behind nothing but lines of the guide': (said, one) => {
    if (one.input.guide.cta?.position !== 'start' || !calls(said, one)) return undefined;
    const [before = ''] = mainOf(said, one).split(CALL);
    return SAYS.test(without(before, linesOf(one))) ? [before] : [];
  },

  'last where the guide wants it there, before nothing but tags, handles, links and what closes a letter': (
    said,
    one,
  ) => {
    const { guide, channel } = one.input;
    const { position, beforeFold } = guide.cta ?? {};
    if (position !== 'end' || channel.spec.links.place === 'none' || !calls(said, one)) return undefined;
    if (beforeFold === true && channel.spec.fold !== null) return undefined;
    const { sender, unsubscribe } = phrasesFor(guide, one.locale);
    const closing = [sender?.replaceAll('{brand}', brandOf(one.input)) ?? '', unsubscribe ?? ''];
    const behind = without(mainOf(said, one).split(CALL)[1] ?? '', closing);
    return SAYS.test(behind.replaceAll(/[#@]\S+|https?:\S+/gu, '')) ? [behind] : [];
  },
});
