/** Whether a date is when something takes place: a weekday beside it, a time behind it, "on" or "join us" before it. */
import data from './data/events.json' with { type: 'json' };
import { WEEKDAY } from './date-words.ts';
import { anyOf, endingIn, fromAll, LETTER } from './lexicon.ts';

const BEFORE = endingIn([...data.before, ...fromAll((language) => language.date.on)], `(?:${WEEKDAY}|the)`);
const WEEKDAY_AHEAD = new RegExp(`${WEEKDAY}\\)?,? ?(?:the |στισ )?$`, 'u');
const WEEKDAY_BEHIND = new RegExp(`^,? ?(?:${WEEKDAY}|[（(](?:${WEEKDAY}|[一二三四五六日])[)）])`, 'u');
const TIME_BEHIND = new RegExp(
  `^(?: ?\\([^)]{1,12}\\))?[,،，:·]? ?(?:${WEEKDAY},? )?(?:${anyOf(data.partOfDay)}|(?:(?<!${LETTER})${anyOf(data.time)} )?\\d{1,2}(?:[:.]\\d{2}| ?[ap]\\.?m|點|時| ?[πμ]\\.μ| (?:утра|вечера|дня|صبح|شب|عصر)))`,
  'u',
);

/** Whether an hour stands right behind the day. */
export const isTimed = (behind: string): boolean => TIME_BEHIND.test(behind);

/** `ahead` and `behind` are the folded text beside the date. */
export const isEvent = (ahead: string, behind: string): boolean =>
  WEEKDAY_AHEAD.test(ahead) || BEFORE.test(ahead) || WEEKDAY_BEHIND.test(behind) || isTimed(behind);
