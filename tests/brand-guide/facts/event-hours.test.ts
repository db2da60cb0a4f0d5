/** What an hour of an event says of a fact: one of its readings states it, and none contradicts it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareFacts } from '../../../brand-guide/facts/compare.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

interface Said {
  readonly locale: string;
  readonly say: (hour: number) => string;
}

const sentences: Said[] = [
  { locale: 'en-GB', say: (hour) => `Doors at ${hour}, quilts for everyone.` },
  { locale: 'en-GB', say: (hour) => `The brass band starts at ${hour}.` },
  { locale: 'en-GB', say: (hour) => `Kick-off ${hour}, umbrellas up!` },
  { locale: 'el-GR', say: (hour) => `Η παράσταση αρχίζει στις ${hour}.` },
  { locale: 'el-GR', say: (hour) => `Πάρτι στην αυλή από τις ${hour} και μετά` },
  { locale: 'ru-RU', say: (hour) => `Сбор у фонтана в ${hour}.` },
  { locale: 'ru-RU', say: (hour) => `Старт ровно в ${hour}, берите воду` },
  { locale: 'id-ID', say: (hour) => `Pintu dibuka jam ${hour}.` },
  { locale: 'zh-TW', say: (hour) => `${hour}點開門，自備雨衣` },
  { locale: 'zh-TW', say: (hour) => `集合時間${hour}點` },
  { locale: 'fa-IR', say: (hour) => `نمایش ساعت ${hour} شروع می‌شود` },
];

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** How a text with one hour stands to a fact of another, both hours of the day from 0 to 23. */
function stateOf({ locale, say }: Said, said: number, fact: number): string {
  const text = say(said % 12 || 12);
  const begins: Fact = { id: 'begins', kind: 'time', value: clock(fact), required: true };
  const mentions = findMentions(text, { locale, labels: [], codes: [] });
  const { facts } = compareFacts({ facts: [begins], parts: [{ field: 'text', text, mentions }], locale });
  return facts.map(({ state }) => state).join(' ');
}

const hour = fc.integer({ min: 0, max: 23 });

const titled = sentences.map((sentence) => ({ ...sentence, title: sentence.say(7) }));

describe.each(titled)('$title', (sentence) => {
  test('either half of the day is read, and each states its fact', () => {
    fc.assert(
      fc.property(hour, (of) => {
        expect(stateOf(sentence, of, of)).toBe('stated');
      }),
    );
  });

  test('another hour is left out and contradicts nothing', () => {
    fc.assert(
      fc.property(hour, hour, (said, of) => {
        fc.pre(said % 12 !== of % 12);
        expect(stateOf(sentence, said, of)).toBe('missing');
      }),
    );
  });
});
