/** Questions in a body: one is told with what answers it, and a body of questions alone keeps its offer. */
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import { adapt } from '../../functions/adapt/adapt.ts';
import { answerTo, storyOf, tellingOf } from '../../functions/adapt/blocks.ts';
import { channelNamed, mainOf } from '../support/adapted-parts.ts';

const none = (): ReadonlySet<string> => new Set();

describe('what answers a question', () => {
  it.each([
    ['en-GB', 'Questions? Call the shop on the corner.', 'Call the shop on the corner.'],
    ['en-GB', 'Late again? Tired of the bus? Take the night ferry home.', 'Take the night ferry home.'],
    ['el-GR', 'Άργησες; Κουράστηκες; Πάρε το νυχτερινό καράβι.', 'Πάρε το νυχτερινό καράβι.'],
    ['fa-IR', 'خسته‌اید؟ دیر شده؟ با کشتی شب به خانه بروید.', 'با کشتی شب به خانه بروید.'],
    ['en-GB', 'Late again? Tired of the bus?', undefined],
    ['en-GB', 'Late again?\nTake the night ferry home.', undefined],
  ])('%s: %s', (locale, body, answer) => {
    const story = storyOf({ body }, tellingOf(body, locale), none);
    const [first] = story.sentences;
    expect(first && answerTo(story, first, locale)?.text).toBe(answer);
  });
});

const price: Fact = { id: 'price', kind: 'price', value: { amount: '4.50', currency: 'GBP' } };
const off: Fact = { id: 'off', kind: 'percentage', value: { percent: '15', reduction: true } };

describe('a short channel keeps the price', () => {
  const told = (body: string): string =>
    mainOf(
      adapt({
        message: { headline: 'The night ferry', body, cta: { text: 'Book', url: 'https://ferry.example/n' } },
        facts: [price, off],
        guide: neutralGuide,
        channel: channelNamed('instagram'),
        locale: 'en-GB',
        campaign: { id: 'c', name: 'Ferry' },
      }),
    );

  it('with the question that what tells it leans on', () =>
    expect(
      told(
        'We sail at night for £4.50. So is it cold? So is it 15% off? Nobody of the crew or of the office has said a word of that as yet, and nobody of them will before the end of the summer, when the boats are hauled out and counted and painted for another year of crossings in the dark.',
      ),
    ).toMatch(/So is it cold\? So is it 15% off\?/u));

  it.each([
    'Would you cross at 15% off? Would you cross for £4.50?',
    'Are there 15% off for the crossing? Yes, and then it is £4.50.',
  ])('%s', (body) => expect(told(body)).toMatch(/15%[^]*£4\.50/u));
});
