/** A post belongs to one entry: for the transaction that makes an entry published, whose the post is from then on. */
import type { Entry, EntryCommand } from '../../core/entry.ts';
import { Refused } from '../../core/errors.ts';
import { millisOf } from '../../core/instant.ts';
import { keys } from '../../core/keys.ts';
import { CLAIM_DAYS, type PostClaim } from '../../core/post-claim.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Change, World } from '../../ports.ts';
import { put } from '../rows.ts';

type OutcomeCommand = Extract<EntryCommand, { do: 'outcome' }>;

const DAY_SECONDS = 24 * 3600;

const claimOf = (
  entry: Entry,
  { part = entry.attempt?.part, found }: Partial<OutcomeCommand>,
): PostClaim => ({
  entry: entry.id,
  ...(entry.parts && part !== undefined && { part }),
  ...(found && { found }),
});

const isOwn = (mine: PostClaim, theirs: PostClaim): boolean =>
  theirs.entry === mine.entry && theirs.part === mine.part;

/** Whether another entry, or another part of this one, owns the post of this id. */
export const isTaken = async (
  { store }: World,
  tenant: Tenant,
  entry: Entry,
  externalId: string,
): Promise<boolean> => {
  const row = await store.get(keys.post(tenant, entry.account, externalId));
  return row !== undefined && !isOwn(claimOf(entry, {}), row.value);
};

const FOUND_FOR_ANOTHER = {
  is: 'unconfirmed',
  reason: 'The provider names a post that was found for another entry that says the same.',
} as const;

export interface Claiming {
  /** What is certain of it. */
  readonly command: EntryCommand;
  readonly changes: readonly Change[];
}

/** Some providers have one id for what several calls made: only what was found by its words can be another's. */
const settledWith = (command: OutcomeCommand, theirs: PostClaim): Claiming => {
  if (command.found) throw new Refused('already-exists', 'Another entry owns this post.');
  return {
    command: theirs.found ? { ...command, outcome: FOUND_FOR_ANOTHER } : command,
    changes: [],
  };
};

/** @throws Refused `already-exists` for what was found by its words and is another entry's. */
export const claimPost = async (
  { store, clock }: World,
  tenant: Tenant,
  was: Entry,
  command: EntryCommand,
): Promise<Claiming> => {
  const free = { command, changes: [] };
  if (command.do !== 'outcome' || command.outcome.is !== 'published' || was.correction) return free;
  const { externalId } = command.outcome;
  if (externalId === undefined) return free;
  const key = keys.post(tenant, was.account, externalId);
  const mine = claimOf(was, command);
  const row = await store.get(key);
  if (row) return isOwn(mine, row.value) ? free : settledWith(command, row.value);
  const expires = Math.ceil(millisOf(clock.now()) / 1000) + CLAIM_DAYS * DAY_SECONDS;
  return { command, changes: [{ ...put(key, mine), expires }] };
};
