import { describe, expect, it } from 'vitest';
import { afterTries, claimed, firstTelling, type Telling, type Told } from '../../functions/core/telling.ts';

const NOW = '2027-05-03T06:00:00Z';
const told: Told = { is: 'told' };
const later: Told = { is: 'later', reason: 'Try later.' };
const never: Told = { is: 'never', reason: 'It is gone.' };
const at = (tries: number, done: readonly string[] = []): Telling => ({ at: NOW, tries, done });

describe('telling a notice outside the app', () => {
  it('waits a little, so that what comes together is told together', () => {
    expect(firstTelling(NOW)).toEqual({ at: '2027-05-03T06:00:05Z', tries: 0, done: [] });
  });

  it('is taken up by one for five minutes', () => {
    expect(claimed(firstTelling(NOW), NOW)).toEqual({ at: '2027-05-03T06:05:00Z', tries: 1, done: [] });
  });

  it.each<[string, Telling, Record<string, Told>, ReturnType<typeof afterTries>]>([
    ['nobody wants it', at(1), {}, { untold: [] }],
    ['all took it', at(1), { mail: told, chat: told }, { untold: [] }],
    ['one never will', at(1), { mail: told, chat: never }, { untold: ['It is gone.'] }],
    [
      'one may later: only that one is asked again',
      at(1),
      { mail: told, chat: later },
      { untold: [], telling: { at: '2027-05-03T06:01:00Z', tries: 1, done: ['mail'] } },
    ],
    [
      'one never will and one may later: the first is not asked again',
      at(2, ['other']),
      { mail: never, chat: later },
      { untold: ['It is gone.'], telling: { at: '2027-05-03T06:05:00Z', tries: 2, done: ['other', 'mail'] } },
    ],
    [
      'the other side says when',
      at(1),
      { chat: { ...later, afterSeconds: 600 } },
      { untold: [], telling: { at: '2027-05-03T06:10:00Z', tries: 1, done: [] } },
    ],
    ['six tries are enough', at(6), { mail: later }, { untold: ['Try later.'] }],
  ])('%s', (_why, telling, tries, after) => {
    expect(afterTries(telling, new Map(Object.entries(tries)), NOW)).toEqual(after);
  });
});
