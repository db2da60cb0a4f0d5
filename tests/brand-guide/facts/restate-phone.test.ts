/** A phone number in the groups in which a text writes it. */
import { expect, test } from 'vitest';
import { restatePhone } from '../../../brand-guide/facts/restate-phone.ts';

const [WAS, IS] = ['+302105550142', '+302105550199'];

test.each([
  ['+30 210 555 0142', WAS, IS, '+30 210 555 0199'],
  ['0030 210-555-0142', WAS, IS, '0030 210-555-0199'],
  ['210 555 0142', WAS, IS, '210 555 0199'],
  ['(210) 5550142', WAS, IS, '(210) 5550199'],
  ['+۳۰ ۲۱۰ ۵۵۵ ۰۱۴۲', WAS, IS, '+۳۰ ۲۱۰ ۵۵۵ ۰۱۹۹'],
  ['020 7946 0018', '+442079460018', '+442079460991', '020 7946 0991'],
  ['210 555 0142', WAS, '+442079460991', undefined],
  ['+30 210 555 0142', WAS, '+4420794609', undefined],
  ['555', WAS, IS, undefined],
  ['۰۱۴۲ ۵۵۵ ۲۱۰', WAS, IS, undefined],
])('%s', (typed, was, is, right) => {
  expect(restatePhone(typed, was, is)).toBe(right);
});
