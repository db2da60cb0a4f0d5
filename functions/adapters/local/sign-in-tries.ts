/** Counts tries to sign in with one e-mail, known or not, and refuses when there are too many. */
import { Refused } from '../../core/errors.ts';
import type { Key } from '../../core/keys.ts';
import type { Clock, Store } from '../../ports.ts';

const MOST = 10;
const WINDOW_SECONDS = 15 * 60;

interface Tries {
  readonly count: number;
  /** Epoch seconds. */
  readonly until: number;
}
interface Parts {
  readonly store: Store;
  readonly clock: Clock;
}

const keyOf = (email: string): Key<Tries> => ({ pk: `I#TRIES#${email}`, sk: 'META' });

/** Counted before the password is looked at, so that tries at once cannot slip past. @throws Refused `too-many-attempts`. */
export const countTry = async ({ store, clock }: Parts, email: string): Promise<void> => {
  const key = keyOf(email);
  const row = await store.get(key);
  const now = Math.floor(Date.parse(clock.now()) / 1000);
  const open = row && row.value.until > now ? row.value : { count: 0, until: now + WINDOW_SECONDS };
  const value = { count: open.count + 1, until: open.until };
  const counted =
    value.count <= MOST &&
    (await store.tick([{ op: 'put', key, value, rev: row?.rev ?? 0, expires: value.until }]));
  if (!counted)
    throw new Refused(
      'too-many-attempts',
      'Too many attempts with this e-mail: wait a quarter of an hour, or ask for a one-time link.',
    );
};

export const forgetTries = async ({ store }: Parts, email: string): Promise<void> => {
  const row = await store.get(keyOf(email));
  if (row) await store.tick([{ op: 'remove', key: row.key, rev: row.rev }]);
};
