/** Reads what follows an opening parenthesis: what kind of group it is, and the flags it sets. */
import type { Cursor, Flags } from './cursor.ts';
import type { Groups } from './groups.ts';
import type { Node, Slot } from './node.ts';

/** `flags` is one without a body, whose flags hold until the group around it ends; `comment` means nothing. */
export type Opening =
  | { readonly type: 'plain' | 'atomic' | 'flags' | 'comment' }
  | { readonly type: 'capture'; readonly slot: Slot }
  | { readonly type: 'look'; readonly behind: boolean; readonly negated: boolean };

const LOOKS: readonly (readonly [string, Opening])[] = [
  ['?<=', { type: 'look', behind: true, negated: false }],
  ['?<!', { type: 'look', behind: true, negated: true }],
  ['?=', { type: 'look', behind: false, negated: false }],
  ['?!', { type: 'look', behind: false, negated: true }],
  ['?>', { type: 'atomic' }],
];

const FLAGS: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'extended',
  n: 'explicit',
};

const setFlags = (cursor: Cursor, letters: string, from: number): void => {
  let on = true;
  for (const letter of letters) {
    const flag = FLAGS[letter.toLowerCase()];
    if (letter === '-' || letter === '+') on = letter === '+';
    else if (flag) cursor.flags = { ...cursor.flags, [flag]: on };
    // Go's U swaps greedy and lazy; Vale's engine reads it as another flag that changes nothing here.
    else if (letter !== 'U' && letter !== 'u') cursor.fail(`There is no flag "${letter}"`, from);
  }
};

const namedGroup = (cursor: Cursor, groups: Groups, from: number): Opening | undefined => {
  const opened = cursor.match(/\?P?<(?![=!])|\?'/y);
  if (opened === undefined) return undefined;
  const name = cursor.match(/[\p{L}\p{Mn}\p{Nd}\p{Pc}]+/uy) ?? '';
  if (cursor.peek() === '-')
    cursor.fail('Balancing groups are not supported: write the pattern without one', from);
  if (name === '' || name === '0' || !cursor.take(opened.endsWith("'") ? "'" : '>'))
    return cursor.fail('A group is named as (?<name>…)', from);
  return { type: 'capture', slot: groups.named(name) };
};

/** The cursor stands behind the parenthesis, and afterwards at the group's body. */
export const opening = (cursor: Cursor, groups: Groups): Opening => {
  const from = cursor.at - 1;
  if (cursor.match(/\?#[^)]*\)/y) !== undefined) return { type: 'comment' };
  if (cursor.peek() !== '?')
    return cursor.flags.explicit ? { type: 'plain' } : { type: 'capture', slot: groups.next() };
  for (const [start, kind] of LOOKS) if (cursor.take(start)) return kind;
  const named = namedGroup(cursor, groups, from);
  if (named) return named;
  if (cursor.startsWith('?('))
    cursor.fail('Conditions are not supported: write both cases as alternatives', from);
  cursor.at++;
  setFlags(cursor, cursor.match(/[a-zA-Z+-]*/y) ?? '', from);
  if (cursor.take(':')) return { type: 'plain' };
  return cursor.take(')') ? { type: 'flags' } : cursor.fail('This kind of group is not known', from);
};

export const closed = (kind: Opening, body: Node): Node => {
  if (kind.type === 'look') return { type: 'look', behind: kind.behind, negated: kind.negated, body };
  if (kind.type === 'capture') {
    kind.slot.body = 'body' in kind.slot ? undefined : body;
    return { type: 'capture', slot: kind.slot, body };
  }
  return kind.type === 'atomic' ? { type: 'atomic', body } : body;
};
