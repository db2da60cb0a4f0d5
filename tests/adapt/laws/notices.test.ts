/** The guide's lines stand in every text that calls for them, where the guide wants them, or a person is told. */
import type { Disclosure } from '../../../brand-guide/schema/wording.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import * as fc from 'fast-check';
import { channelOf } from '../../../functions/channels/specs.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';
import { marked, wordsOf } from './generated/told.ts';
import { FEW_RUNS, hold } from './held.ts';
import { mainOf, problemsOf, shownOf, textOf, times } from './reading.ts';

/** Lines that the place or the words call for. */
const dueIn = (said: Adaptation, { input }: Case): readonly Disclosure[] =>
  (input.guide.disclosures ?? []).filter(({ when }) => {
    const whole = said.parts.map(({ text }) => text).join('\n');
    return (
      (when?.channels?.includes(input.channel.spec.id) ?? true) &&
      (when?.topics?.includes('mint') ?? true) &&
      (when?.factKinds === undefined || /15 ?%|۱۵٪/u.test(whole))
    );
  });

const lineOf = ({ text }: Disclosure, { locale }: Case): string | undefined => text[locale]?.[0];
const told = (said: Adaptation, { id }: Disclosure): boolean => problemsOf(said).includes(`disclosure ${id}`);

hold({
  'each that is called for is said once, or told as a problem': (said, one) => {
    const due = dueIn(said, one);
    if (due.length === 0) return undefined;
    return due.filter((line) => {
      const text = lineOf(line, one);
      return text === undefined || times(textOf(said), text) !== 1 ? !told(said, line) : false;
    });
  },

  'one that the guide has no words of in the locale is told': (said, one) => {
    const wordless = dueIn(said, one).filter((line) => lineOf(line, one) === undefined);
    return wordless.length === 0 ? undefined : wordless.filter((line) => !told(said, line));
  },

  'one that nothing calls for is not said': (said, one) => {
    const due = dueIn(said, one);
    const others = (one.input.guide.disclosures ?? []).filter((line) => !due.includes(line));
    if (others.length === 0) return undefined;
    return others.filter((line) => textOf(said).includes(lineOf(line, one) ?? '\0'));
  },

  'none is left out that has room beside the others': (said, one) => {
    const due = dueIn(said, one);
    if (due.length === 0) return undefined;
    const [{ name }] = one.input.channel.spec.fields;
    return due
      .map((line) => lineOf(line, one) ?? '')
      .filter((line) => !textOf(said).includes(line))
      .filter((line) => one.input.channel.count(`${mainOf(said, one)}\n\n${line}`, name).fits);
  },

  'one that the guide wants before the fold stands there, or is told': (said, one) => {
    const early = dueIn(said, one).filter(
      (line) => line.beforeFold === true && textOf(said).includes(lineOf(line, one) ?? '\0'),
    );
    if (early.length === 0 || one.input.channel.spec.fold === null) return undefined;
    return early.filter((line) => !shownOf(said, one).includes(lineOf(line, one) ?? '') && !told(said, line));
  },

  'one that the guide wants at the start opens the text': (said, one) => {
    const first = dueIn(said, one).filter((line) => line.position === 'start' || line.beforeFold === true);
    const [line] = first.filter((each) => mainOf(said, one).includes(lineOf(each, one) ?? '\0'));
    if (line === undefined || line.position !== 'start' || first.length > 1) return undefined;
    if (one.input.guide.cta?.position === 'start') return undefined;
    return mainOf(said, one).startsWith(lineOf(line, one) ?? '') ? [] : [line];
  },

  'one that the guide wants at the end is followed by tags, handles and the link alone': (said, one) => {
    const last = dueIn(said, one).filter((line) => line.position === 'end' && line.beforeFold !== true);
    const text = said.parts.filter(({ field }) => field !== 'firstComment').at(-1)?.text ?? '';
    const all =
      said.parts.length > 1 && said.parts.some(({ field }) => field.startsWith('thread'))
        ? text
        : mainOf(said, one);
    const [line] = last.filter((each) => all.includes(lineOf(each, one) ?? '\0'));
    if (line === undefined || last.length > 1 || one.input.guide.cta?.position === 'end') return undefined;
    const behind = all.split(lineOf(line, one) ?? '')[1] ?? '';
    return /^(?:\s|[#@]\S+|https?:\S+)*$/u.test(behind) ? [] : [behind];
  },
});

/** Small places with lines of which not all have room, in a message whose headline stands apart from them. */
const crowded = fc
  .tuple(
    cases,
    fc.constantFrom('push', 'x'),
    fc.tuple(wordsOf('en-GB', 2, 8), wordsOf('en-GB', 2, 60), wordsOf('en-GB', 20, 60)),
  )
  .map(([one, id, lines]): Case => {
    const channel = channelOf(id);
    if (channel === undefined) throw new Error(id);
    const { format: _format, ...input } = one.input;
    const disclosures = lines.map((words, line) => ({
      id: `line-${line}`,
      text: { [one.locale]: [`${marked('L', line, words, 'M')}.`] },
    }));
    return { ...one, input: { ...input, channel, guide: { ...input.guide, disclosures } } };
  });

hold(
  {
    'where not all have room, only those go that have none beside the others': (said, one) => {
      const left = dueIn(said, one)
        .map((line) => lineOf(line, one) ?? '')
        .filter((line) => !textOf(said).includes(line));
      if (left.length === 0) return undefined;
      const { name } = one.input.channel.spec.fields.find((field) => field.name !== 'title') ?? { name: '' };
      const text = said.parts.find(({ field }) => field === name)?.text ?? '';
      return left.filter((line) => one.input.channel.count(`${text}\n\n${line}`, name).fits);
    },
  },
  crowded,
  FEW_RUNS,
);
