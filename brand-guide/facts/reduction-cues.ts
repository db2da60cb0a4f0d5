/** Whether the words around a percentage take it off a price, and why some offers cannot be compared. */
import { anyOf, endingIn, fromAll, LETTER, startingWith } from './lexicon.ts';
import sale from './data/sales.json' with { type: 'json' };
import { remembered } from './window.ts';

const NOUNS = fromAll((language) => language.reduction.nouns);
const CUED_BEFORE = endingIn([...NOUNS, ...fromAll((language) => language.reduction.verbs)]);
const NOUN_NEAR = new RegExp(
  `(?<!${LETTER})${anyOf(NOUNS)}(?!${LETTER})(?:[ :=“"«(]+[\\p{L}\\p{M}'-]{1,24}){0,3}[ :=(*_–-]*$`,
  'u',
);
const CUED_AFTER = startingWith(fromAll((language) => language.reduction.after));
const NOUN_AFTER = new RegExp(
  `^ [\\p{L}'-]{1,20} ${anyOf(NOUNS)}(?!${LETTER})(?![ :]{1,2}(?:\\p{L}{1,8} )?\\d)`,
  'u',
);

/** Verbs and adjectives of every day, which take something off other things too: off emissions, off a wage. */
const EVERYDAY_BEFORE = endingIn(fromAll((language) => language.reduction.everyday.before));
const EVERYDAY_AFTER = startingWith(fromAll((language) => language.reduction.everyday.after));
const standing = (words: readonly string[]): string => `(?<!${LETTER})${anyOf(words)}(?!${LETTER})`;
const VETOED = new RegExp(standing(fromAll((language) => language.reduction.vetoes)), 'u');

/** "Prices fall on all tickets by 20%": what falls counts only beside a price. */
const PRICED = new RegExp(standing(fromAll((language) => language.reduction.falls.prices)), 'u');
const FALLS = standing(fromAll((language) => language.reduction.falls.verbs));
const BY = anyOf(fromAll((language) => language.reduction.falls.by));
const FALLEN_BEFORE = new RegExp(`${FALLS}(?: ?$|(?:[^\\d|]{0,48}(?<!${LETTER}))?${BY} ?$)`, 'u');
/** "ده درصد از قیمت بلیت کم می‌کنیم". */
const FROM_PRICE = new RegExp(
  `^ ?از ?${anyOf(fromAll((language) => language.reduction.falls.prices))}[^\\d|]{0,28}(?<!${LETTER})(?:کم|کسر)(?!تر)`,
  'u',
);
const FALLEN_AFTER = startingWith(fromAll((language) => language.reduction.falls.after));

/** "Pay 10% less", "少付10%": less of what is paid, not of what is in it. */
const PAY = `(?:${anyOf(fromAll((language) => language.reduction.pay))}|کد [a-z0-9]{2,16})`;
const LESS = anyOf(fromAll((language) => language.reduction.less));
const PAID_LESS = new RegExp(
  `(?:(?<!\\p{L})${PAY}(?: [^\\d|:;.!?]{0,24})? ?\\| ?${LESS}(?!\\p{L})|^[^|]*\\| ?${LESS} (?:${PAY})(?!\\p{L})|(?:少付|少花|少收) ?\\||^[^|]*\\| ?کمتر از (?:قیمت|نرخ|بازار))`,
  'u',
);
/** "Rentals are 40% less until Friday": nothing behind that it could be less of. */
const IS_LESS =
  /(?<!\p{L})(?:is|are|for|priced|now|at)(?: (?:now|just|about|only))? ?\| ?less(?= ?$| (?:through|until|till|on|this|all|if|when|during|every|before|than (?:usual|the usual|list|retail|rrp|full|normal|regular))(?!\p{L}))/u;
/** "Tulips are down 35% this weekend": a time for which something holds, as it does for offers. */
const IS_DOWN =
  /(?<!\p{L})(?:is|are) (?:now )?down ?\| ?(?:this|today|until|till|through|all (?:day|week|weekend))(?!\p{L})/u;

const UNCLEAR_AFTER = startingWith(fromAll((language) => language.notReduction.after));
const UNCLEAR_BEFORE = endingIn(
  fromAll((language) => [...language.notReduction.before, ...language.multibuy]),
);
const RETURNED = new RegExp(standing(fromAll((language) => language.notReduction.returned)), 'u');
/** "The second term" and its kin are times, not what one buys with another. */
const PERIOD = anyOf(fromAll((language) => language.periods));
const SECOND = new RegExp(
  `(?:(?<!${LETTER})(?<!${PERIOD} )|(?=\\p{Script=Han}))${anyOf(fromAll((language) => language.second))}(?!${LETTER})(?! ${PERIOD}(?!${LETTER}))`,
  'u',
);
const ORDINAL = anyOf(fromAll((language) => language.second));
const BOUGHT = anyOf(fromAll((language) => language.bought));
/** "Вторая пара обуви со скидкой": what is bought second, however far its reduction stands behind. */
const SECOND_BOUGHT = new RegExp(
  `(?<!${LETTER})(?:${ORDINAL} ${BOUGHT}|${BOUGHT} ${ORDINAL})(?!${LETTER})`,
  'u',
);

export interface Surroundings {
  readonly ahead: string;
  readonly behind: string;
}

const isReturned = (behind: string): boolean => RETURNED.test(behind);
const isUnclear = remembered(
  (ahead, behind) => UNCLEAR_AFTER.test(behind) || UNCLEAR_BEFORE.test(ahead) || isReturned(behind),
);
const isOfSecond = remembered(
  (ahead, behind) => SECOND.test(`${ahead.slice(-24)} | ${behind.slice(0, 36)}`) || SECOND_BOUGHT.test(ahead),
);

/** Whether a sentence's words ahead of "half price" sell one thing with another. */
export const sellsSecond = (sentence: string): boolean => SECOND.test(sentence);

/** "۲۰٪ گوشت بیشتر": Persian and Indonesian say what there is more of before they say "more"; more discount is one. */
const MORE_OF = new RegExp(
  `^ ?(?!${anyOf(NOUNS)}(?!${LETTER}))\\p{L}{2,20} (?:بیشتر|lebih banyak)(?!\\p{L})`,
  'u',
);

/** Why the offer cannot be compared; undefined where it can. */
export function unclear({ ahead, behind }: Surroundings, isReduction: boolean): string | undefined {
  if (isUnclear(ahead, behind) || MORE_OF.test(behind)) return 'not a plain reduction';
  return isReduction && isOfSecond(ahead, behind) ? 'only for a second item' : undefined;
}

/** "Take 20% of the tips": a share, where "off" is a reduction. */
const SHARE = /^ of(?!\p{L})/u;

/** What an everyday word takes off, where nothing tells that it is something other than a price. */
function isTakenOff(ahead: string, behind: string): boolean {
  if (VETOED.test(`${ahead.slice(-40)} | ${behind.slice(0, 24)}`)) return false;
  if (
    (EVERYDAY_BEFORE.test(ahead) && !SHARE.test(behind)) ||
    EVERYDAY_AFTER.test(behind) ||
    FROM_PRICE.test(behind)
  )
    return true;
  const around = `${ahead}|${behind}`;
  if (IS_LESS.test(around) || IS_DOWN.test(around)) return true;
  return PRICED.test(around) && (FALLEN_BEFORE.test(ahead) || FALLEN_AFTER.test(behind));
}

/** "Winter sale: up to 70%", "распродажа до 50%": how far down, where nothing follows that it is a share of. */
const ON_SALE = new RegExp(
  `${standing(sale.sales)}(?: \\p{L}{1,16}){0,2} ?[:,–—-]{0,2} ?${standing(sale.upTo)} ?$`,
  'u',
);
const SHARED = new RegExp(`^ (?:\\p{L}{1,12} )?${anyOf(sale.shares)}(?!${LETTER})`, 'u');
const isOnSale = (ahead: string, behind: string): boolean => ON_SALE.test(ahead) && !SHARED.test(behind);

/** "10%-ной скидкой": the ending of a number that is declined. */
const DECLINED = /^ ?-(?=\p{Script=Cyrillic}{1,4} )/u;

export const isCued = remembered((ahead, behind) => {
  const plain = behind.replace(DECLINED, ' ');
  return (
    CUED_AFTER.test(behind) ||
    CUED_BEFORE.test(ahead) ||
    PAID_LESS.test(`${ahead.slice(-48)}|${behind.slice(0, 36)}`) ||
    NOUN_AFTER.test(plain) ||
    (NOUN_NEAR.test(ahead) && !/^ ?(?:kakao|cocoa|cotton|какао)/u.test(behind)) ||
    isOnSale(ahead, behind) ||
    isTakenOff(ahead, plain)
  );
});
