/** Which value of a fact holds where, and where it must be stated. */
import { expect, test } from 'vitest';
import { ambiguousValues, AmbiguousValueError, factsInForce } from '../../../brand-guide/facts/in-force.ts';
import type { FactPlace } from '../../../brand-guide/facts/in-force.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';

const link: Fact = {
  id: 'link',
  kind: 'url',
  value: 'default',
  values: [
    { steps: ['launch'], value: 'step' },
    { accounts: ['uk'], value: 'account' },
    { channels: ['sms'], value: 'channel' },
    { locales: ['el-GR'], value: 'locale' },
    { locales: ['el'], value: 'language' },
  ],
};
const rows: [place: FactPlace, value: string][] = [
  [{ locale: 'en-US' }, 'default'],
  [{ locale: 'el-CY' }, 'language'],
  [{ locale: 'el-GR' }, 'locale'],
  [{ locale: 'el-GR', channel: 'sms' }, 'channel'],
  [{ locale: 'el-GR', channel: 'sms', account: 'uk' }, 'account'],
  [{ locale: 'el-GR', channel: 'sms', account: 'uk', step: 'launch' }, 'step'],
];
test.each(rows)('%j has the value of its %s', (place, value) => {
  expect(factsInForce([link], place)).toEqual([{ id: 'link', kind: 'url', value }]);
});

test('two values that are equally specific are refused', () => {
  const twice: Fact = {
    ...link,
    values: [
      { channels: ['sms', 'x'], value: 'a' },
      { channels: ['x'], value: 'b' },
    ],
  };
  expect(ambiguousValues([link, twice])).toEqual([{ fact: 'link', first: 0, second: 1 }]);
  expect(() => factsInForce([twice], { locale: 'en', channel: 'x' })).toThrow(AmbiguousValueError);
  expect(factsInForce([twice], { locale: 'en', channel: 'sms' })[0]?.value).toBe('a');
});

const required: [required: Fact['required'], place: FactPlace, is: boolean][] = [
  [true, { locale: 'en' }, true],
  [undefined, { locale: 'en', channel: 'sms' }, false],
  [{ channels: ['sms'] }, { locale: 'en', channel: 'sms' }, true],
  [{ channels: ['sms'] }, { locale: 'en', channel: 'x' }, false],
  [{ channels: ['sms'] }, { locale: 'en' }, false],
  [{ channels: ['sms'], steps: ['launch'] }, { locale: 'en', channel: 'sms', step: 'teaser' }, false],
];
test.each(required)('required %j at %j: %s', (where, place, is) => {
  const [fact] = factsInForce(
    [{ id: 'a', kind: 'code', value: 'A1', ...(where && { required: where }) }],
    place,
  );
  expect(fact?.required === true).toBe(is);
});
