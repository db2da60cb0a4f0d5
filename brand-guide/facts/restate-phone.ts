/** A phone number's right digits in the groups, marks and digits of the text. */
import { foldWord } from './fold.ts';
import { digitsOf, inDigits } from './print-number.ts';

const DIGIT = /\p{Nd}/u;

/** The written number with other digits; undefined where it has another count of them. */
function filled(typed: string, digits: string): string | undefined {
  const signs = [...typed];
  if (signs.filter((sign) => DIGIT.test(sign)).length !== digits.length) return undefined;
  let next = 0;
  const script = digitsOf(typed);
  return signs
    .map((sign) => {
      if (!DIGIT.test(sign)) return sign;
      const digit = digits[next++] ?? '';
      return script === undefined ? digit : inDigits(digit, script);
    })
    .join('');
}

/** `was` and `right` are E.164. A number without its country keeps out the new one's too, where it is the same. */
export function restatePhone(typed: string, was: string, right: string): string | undefined {
  const written = foldWord(typed).replace(/\D/gu, '');
  const [old, now] = [was.slice(1), right.slice(1)];
  const whole = [old, `00${old}`].findIndex((one) => one === written);
  if (whole !== -1) return filled(typed, whole === 0 ? now : `00${now}`);
  const trunk = written.replace(/^0+/u, '');
  if (trunk.length < 5 || !old.endsWith(trunk)) return undefined;
  const country = old.slice(0, old.length - trunk.length);
  if (!now.startsWith(country) || now.length !== old.length) return undefined;
  return filled(typed, written.slice(0, written.length - trunk.length) + now.slice(country.length));
}
