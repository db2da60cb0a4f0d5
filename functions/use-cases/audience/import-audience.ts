/** Imports addressees with their consent: all rows of it or, with a complaint for each that is wrong, none. */
import { merged, type Addressee } from '../../core/addressee.ts';
import type { AddressHash } from '../../core/ids.ts';
import { NO_AUDIENCE, type Audience } from '../../core/audience.ts';
import { readAudience, type AudienceSource } from '../../core/audience-rows.ts';
import { invalid, Refused } from '../../core/errors.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { World } from '../../ports.ts';
import { put } from '../rows.ts';
import { settled, useCase, type Session } from '../use-case.ts';
import { audienceAccount } from './audience-account.ts';

export interface Imported {
  /** Rows read. */
  readonly rows: number;
  /** Addressees that were not there before. */
  readonly added: number;
  /** Addressees that were, with their particulars brought up to date where the consent is newer. */
  readonly merged: number;
}

/** One transaction takes 100 actions: these, the audience's own row and its event. */
const PER_COMMIT = 90;
const MOST_ZONES = 100;
const MOST_PROBLEMS = 100;

type Pair = readonly [AddressHash, Addressee];

const chunksOf = (pairs: readonly Pair[]): readonly (readonly Pair[])[] =>
  Array.from({ length: Math.ceil(pairs.length / PER_COMMIT) }, (_, at) =>
    pairs.slice(at * PER_COMMIT, (at + 1) * PER_COMMIT),
  );

const zonesOf = ({ zones }: Audience, pairs: readonly Pair[]): readonly string[] =>
  [...new Set([...zones, ...pairs.flatMap(([, { zone }]) => (zone === undefined ? [] : [zone]))])].toSorted();

/** How many of the chunk are new. */
const keep = async (
  world: World,
  { tenant, member }: Session,
  account: AccountId,
  pairs: readonly Pair[],
): Promise<number> => {
  const audienceKey = keys.audience(tenant, account);
  const audience = await world.store.get(audienceKey);
  const was = await Promise.all(pairs.map(([to]) => world.store.get(keys.addressee(tenant, account, to))));
  const { imported, ...before } = audience?.value ?? NO_AUDIENCE;
  const zones = zonesOf({ ...before, imported }, pairs);
  if (zones.length > MOST_ZONES)
    throw new Refused('too-large', `An audience may be in at most ${MOST_ZONES} time zones.`);
  const changes = pairs.map(([to, addressee], at) => {
    const row = was[at];
    return put(keys.addressee(tenant, account, to), row ? merged(row.value, addressee) : addressee, row);
  });
  const added = was.filter((row) => row === undefined).length;
  await world.store.commit({
    head: put(audienceKey, { zones, imported: imported + pairs.length }, audience),
    changes,
    by: { user: member.user },
    event: { type: 'audience.imported', data: { added, merged: pairs.length - added } },
  });
  return added;
};

/**
 * Importing the same rows again changes nothing: what a broken-off import brought is there, and the rest follows.
 * @throws Refused `invalid-input` with the problems of every row, `too-large`, `not-found`.
 */
export const importAudience = useCase(
  'import-audience',
  async (
    world,
    session,
    { account: id, source }: { readonly account: AccountId; readonly source: AudienceSource },
  ): Promise<Imported> => {
    const { tenant } = session;
    const at = await audienceAccount(world, tenant, id);
    const read = readAudience(source, { ...at, tenant, now: world.clock.now() });
    if (!read.ok)
      throw invalid(
        `Nothing was imported: ${read.problems.length} of the rows’ values cannot be used.`,
        read.problems.slice(0, MOST_PROBLEMS),
      );
    let added = 0;
    for (const chunk of chunksOf([...read.addressees]))
      added += await settled(() => keep(world, session, id, chunk));
    return { rows: read.rows, added, merged: read.addressees.size - added };
  },
);
