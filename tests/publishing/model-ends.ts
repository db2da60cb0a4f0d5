/** What must hold once everything has come to rest, by what Cantus says and by what the providers keep. */
import type { Entry, EntryState } from '../../functions/core/entry.ts';
import { overdueAt } from '../../functions/core/grace.ts';
import { isBefore, plusSeconds } from '../../functions/core/instant.ts';
import { CLOCK_SKEW_SECONDS, LEASE_SECONDS } from '../../functions/core/lease.ts';
import type { Sending } from '../../functions/core/sending.ts';
import { keys } from '../../functions/core/keys.ts';
import type { ModelWorld } from './model-world.ts';

/** What a due entry may be, once nothing goes wrong any more. */
const ENDED: readonly EntryState[] = [
  'published',
  'failed',
  'missed',
  'held',
  'handed-off',
  'unconfirmed',
  'cancelled',
];

const UNDER_WAY: readonly EntryState[] = ['planned', 'scheduled', 'publishing'];
/** A lost worker's lease, by a clock that may be ahead, and two looks that may be so far apart. */
const BOUND_SECONDS = LEASE_SECONDS + CLOCK_SKEW_SECONDS + 2 * 180;

/** What is still under way so long after its grace although somebody has looked ever since `since`, every three minutes or sooner. */
export const lateOf = ({ clock }: ModelWorld, entries: readonly Entry[], since: string): readonly string[] =>
  entries
    .filter(({ state }) => UNDER_WAY.includes(state))
    .filter((entry) => {
      const over = overdueAt(entry);
      const from = isBefore(over, since) ? since : over;
      return isBefore(plusSeconds(from, BOUND_SECONDS), clock.now());
    })
    .map(({ id, state }) => `${id} is ${state} long after its grace`);

const postOf = ({ provider }: ModelWorld, { id, state }: Entry): readonly string[] => {
  const isLive = provider.posts.some(({ entry }) => entry === id);
  if (state === 'published') return isLive ? [] : [`${id} is said to be published, and is not`];
  return isLive && state !== 'unconfirmed' ? [`${id} is ${state}, and live`] : [];
};

const sendingsOf = async ({ world, manager }: ModelWorld, { id }: Entry): Promise<readonly Sending[]> => {
  const { pk } = keys.entry(manager.session.tenant, id);
  const { rows } = await world.store.children<Sending>(pk, 'TO#');
  return rows.map(({ value }) => value);
};

/** Every message that is said to be sent was delivered, and every other delivery is one that nobody knows of. */
const lettersOf = async (model: ModelWorld, entries: readonly Entry[]): Promise<readonly string[]> => {
  const all = (await Promise.all(entries.map((entry) => sendingsOf(model, entry)))).flat();
  const delivered = new Set(model.mail.letters.map(({ messageId }) => messageId));
  const said = all.filter(({ state }) => state === 'sent').map(({ externalId = '' }) => externalId);
  const unknown = all.filter(({ state }) => state === 'intended' || state === 'unconfirmed');
  const lies = said.filter((id) => !delivered.has(id)).map((id) => `${id} is said to be sent, and is not`);
  const unsaid = delivered.size - new Set(said).size;
  return unsaid > unknown.length ? [...lies, `${unsaid} letters that nobody knows of`] : lies;
};

/** Nothing says that nobody has what somebody has, or may have. */
const saysNobody = async (model: ModelWorld, entry: Entry): Promise<readonly string[]> => {
  if (entry.state !== 'missed' && entry.state !== 'cancelled') return [];
  const sendings = await sendingsOf(model, entry);
  const has = sendings.some(
    ({ state }) => state === 'sent' || state === 'intended' || state === 'unconfirmed',
  );
  return has ? [`${entry.id} is ${entry.state}, and people have it`] : [];
};

export const endsOf = async (model: ModelWorld, entries: readonly Entry[]): Promise<readonly string[]> => {
  const letters = entries.filter(({ channel }) => channel === 'email');
  return [
    ...model.broken,
    ...entries
      .filter(({ state }) => !ENDED.includes(state))
      .map(({ id, state }) => `${id} is still ${state}`),
    ...entries.filter(({ channel }) => channel !== 'email').flatMap((entry) => postOf(model, entry)),
    ...(await lettersOf(model, letters)),
    ...(await Promise.all(letters.map((entry) => saysNobody(model, entry)))).flat(),
  ];
};
