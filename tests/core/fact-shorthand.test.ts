import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/campaign-problems.ts';

const head = 'name: Tea\nzone: UTC\nlocales: [en-GB]\nchannels: [sms]\n';
const message = 'message: { headline: Here }\n';

const fact = (written: string): readonly string[] =>
  problemsOf(`${head}${message}facts:\n  - { id: f, ${written} }`);

describe('a fact', () => {
  /** ▶ stands where the problem is told; without it, at the fact itself. */
  it.each([
    [
      'kind: price, value: ▶4.95',
      'facts[0].value: a price needs a currency, such as { amount: 4.95, currency: USD }',
    ],
    [
      'kind: price, value: ▶"4.95"',
      'facts[0].value: a price needs a currency, such as { amount: 4.95, currency: USD }',
    ],
    [
      'kind: price, value: ▶{ amount: 4.95 }',
      'facts[0].value: a price needs a currency, such as { amount: 4.95, currency: USD }',
    ],
    [
      'kind: price, value: ▶$4.95',
      'facts[0].value: found "$4.95", expected a price such as { amount: 4.95, currency: USD }, or free',
    ],
    [
      'kind: price, value: { amount: 4.95, currency: ▶usd }',
      'facts[0].value.currency: found "usd", expected an ISO 4217 code such as USD; did you mean `USD`?',
    ],
    [
      'kind: price, value: { amount: 4.95, currency: ▶IRT }',
      'facts[0].value.currency: found `IRT`; toman is stated in IRR, ten for one',
    ],
    [
      'kind: price, value: { amount: ▶120.50, currency: JPY }',
      'facts[0].value.amount: found 120.50, but JPY has 0 digits after the point',
    ],
    [
      'kind: price, value: { amount: ▶4.955, currency: EUR }',
      'facts[0].value.amount: found 4.955, but EUR has 2 digits after the point',
    ],
    [
      'kind: price, value: { amount: ▶"4,95", currency: EUR }',
      'facts[0].value.amount: found "4,95", expected a plain decimal such as 4.95',
    ],
    [
      'kind: price, value: { amount: ▶-4.95, currency: EUR }',
      'facts[0].value.amount: found -4.95, expected a plain decimal such as 4.95',
    ],
    [
      'kind: price, value: { amount: ▶1e3, currency: EUR }',
      'facts[0].value.amount: found 1e3, expected a plain decimal such as 4.95',
    ],
    [
      'kind: price, value: { amount: ▶.nan, currency: EUR }',
      'facts[0].value.amount: found .nan, expected a plain decimal such as 4.95',
    ],
    [
      'kind: percentage, value: ▶a lot',
      'facts[0].value: found "a lot", expected -20 for a reduction, 70 for a share, or { percent: 20, reduction: true }',
    ],
    ['kind: percentage, value: ▶-120', 'facts[0].value: found 120, but nothing is reduced by more than 100'],
    [
      'kind: date, value: ▶2027-02-29',
      'facts[0].value: found "2027-02-29", expected a day such as 2027-06-12, or --06-12 without a year',
    ],
    [
      'kind: date, value: ▶12/06/2027',
      'facts[0].value: found "12/06/2027", expected a day such as 2027-06-12, or --06-12 without a year',
    ],
    ['kind: time, value: ▶"24:00"', 'facts[0].value: found "24:00", expected a time such as 19:30'],
    [
      'kind: code, value: ▶MINT 20',
      'facts[0].value: found "MINT 20", expected the code as customers type it',
    ],
    [
      'kind: url, value: ▶not a link',
      'facts[0].value: found "not a link", expected an address such as https://brand.example/offer',
    ],
    [
      'kind: url, value: ▶shop',
      'facts[0].value: found "shop", expected an address such as https://brand.example/offer',
    ],
    [
      'kind: phone, value: ▶210 555 0142',
      'facts[0].value: found "210 555 0142", expected a number with its country, such as +302105550142',
    ],
    [
      'kind: phone, value: ▶"+30"',
      'facts[0].value: found "+30", expected a number with its country, such as +302105550142',
    ],
    [
      'kind: phone, value: ▶302105550142',
      'facts[0].value: found 302105550142, expected a number with its country, such as +302105550142',
    ],
    ['kind: quantity, value: ▶-5', 'facts[0].value: found -5, expected a number such as 5'],
    ['kind: quantity, value: ▶five', 'facts[0].value: found "five", expected a number such as 5'],
    ['kind: name, value: ▶true', 'facts[0].value: found true, expected the name'],
    ['kind: name, value: ▶""', 'facts[0].value: found "", expected the name'],
    ['kind: legal', 'facts[0]: the fact `f` has no value'],
    ['kind: date, value: 2027-06-12, role: ▶sale', 'facts[0].role: found the role `sale`, which no date has'],
    [
      'kind: name, value: Tea, required: { steps: [▶lunch] }',
      'facts[0].required.steps[0]: found the step `lunch`, which the campaign does not have; expected one of main',
    ],
    [
      'kind: name, value: Tea, values: [{ steps: [▶man], value: T }]',
      'facts[0].values[0].steps[0]: found the step `man`, which the campaign does not have; did you mean `main`?',
    ],
    [
      'kind: name, value: Tea, values: [{ locales: [el, en-GB], value: A }, ▶{ locales: [en-GB], value: B }]',
      'facts[0].values[1]: found a value for places that item 1 of this list has already; neither is more specific',
    ],
  ])('{ %s }', (written, problem) => {
    const before = '  - { id: f, ';
    const marked = written.indexOf('▶');
    const column = marked < 0 ? '  - {'.length : before.length + marked + 1;
    expect(fact(written.replace('▶', ''))).toEqual([`7:${column} ${problem}`]);
  });

  it('of an unknown kind names the kinds', () => {
    expect(fact('kind: prize, value: 4')).toEqual([
      expect.stringMatching(/^7:20 facts\[0\]\.kind: .*did you mean `price`\?$/u),
    ]);
  });

  it('whose id another has is told', () => {
    const facts = 'facts:\n  - { id: f, kind: name, value: A }\n  - { id: f, kind: name, value: B }';
    expect(problemsOf(`${head}${message}${facts}`)).toEqual([
      '8:11 facts[1].id: found the id `f` again; item 1 of this list has it already',
    ]);
  });

  it('beside another: every one of them is told at once', () => {
    const facts = 'facts:\n  - { id: a, kind: price, value: 4.95 }\n  - { id: b, kind: url, value: b }';
    expect(problemsOf(`${head.replace('UTC', 'Mars')}${message}${facts}`).length).toBe(3);
  });
});
