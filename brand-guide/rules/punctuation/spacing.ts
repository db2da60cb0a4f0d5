/** Space before a mark, marks that stand twice. */
import type { Punctuation } from '../../schema/style.ts';
import { mark } from './mark.ts';
import type { Mark } from './mark.ts';
import { matchesOf } from '../../engine/matches-of.ts';

type SpaceBefore = NonNullable<Punctuation['spaceBefore']>;

const SPACES: Readonly<Record<SpaceBefore['space'], string>> = {
  none: '',
  space: ' ',
  'no-break': '\u00A0',
  'narrow-no-break': '\u202F',
};
const NAMES: Readonly<Record<SpaceBefore['space'], string>> = {
  none: 'no space',
  space: 'a space',
  'no-break': 'a no-break space',
  'narrow-no-break': 'a narrow no-break space',
};

const escaped = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);

/** Not in 12:30, ":)" or "::"; of several marks together the first decides. */
export function* spaceBefore(text: string, { marks, space }: SpaceBefore): Iterable<Mark> {
  if (marks.length === 0) return;
  const signs = marks.map(escaped).join('|');
  const pattern = new RegExp(
    `(?<=[^\\s!?:;.,…«‹(\\[—–-])([^\\S\\n]{0,4})(${signs})(?![)(\\]\\[DPpOo3/|*:-]|(?<=:)\\p{Nd})`,
    'gu',
  );
  const right = SPACES[space];
  for (const { index, 1: blank = '', 2: sign = '' } of matchesOf(text, pattern)) {
    if (blank === right) continue;
    yield mark(index, blank + sign, right + sign, `“${sign}” takes ${NAMES[space]} before it`);
  }
}

const LOOSE = /(?<=[\p{L}\p{N}\p{M}”’"'»)\]%])([^\S\n]+)([,،、，。](?![,،、，。\p{N}])|\.(?=\s|$)(?!\.))/gu;
const TWICE =
  /(?<![,،、，;؛。.])(?:,,|،،|、、|，，|;;|؛؛|(?<=[\p{L}\p{M}\p{N}”’)]{2})\.\.(?=\s|$))(?![,،、，;؛。.])/gu;

/** Told in a fraction of the time: without it none of the two can match. */
const MAY_BE_LOOSE = /[^\S\n][,،、，。.]/u;
const MAY_BE_TWICE = /,,|،،|、、|，，|;;|؛؛|\.\./u;

/** What is wrong in every style. */
export function* slips(text: string, asked: SpaceBefore | undefined): Iterable<Mark> {
  for (const { index, 1: blank = '', 2: sign = '' } of MAY_BE_LOOSE.test(text)
    ? matchesOf(text, LOOSE)
    : []) {
    if (asked?.marks.includes(sign)) continue;
    yield mark(index, blank + sign, sign, `“${sign}” takes no space before it`);
  }
  for (const { 0: written, index } of MAY_BE_TWICE.test(text) ? matchesOf(text, TWICE) : [])
    yield mark(index, written, written.charAt(0), `“${written}” stands twice`);
}
