/** What the model acts on: a workspace with one live account, an approved variant, and a provider that may lie. */
import { expect } from 'vitest';
import { ENTRY_STATES, type EntryState } from '../../functions/core/entry.ts';
import { asId, type AccountId, type EntryId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import { wallOf } from '../../functions/core/zone.ts';
import { Refused } from '../../functions/core/errors.ts';
import type { World } from '../../functions/ports.ts';
import { connectAccount } from '../../functions/use-cases/account/connect-account.ts';
import { approveVariant } from '../../functions/use-cases/variant/approve-variant.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { submitVariant } from '../../functions/use-cases/variant/submit-variant.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { listAccounts } from '../../functions/use-cases/workspace/accounts.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { Killed } from './crashing.ts';
import { ledgerProvider, type LedgerProvider, type Posted } from './ledger-provider.ts';

const ACCOUNT = asId<AccountId>('page');
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export interface ModelWorld extends ApprovedWorld {
  readonly provider: LedgerProvider;
  readonly entries: EntryId[];
  /** Every hash that a reviewer ever approved. */
  readonly approved: Set<string>;
  /** What must never be seen, as it was seen. */
  readonly broken: string[];
  /** A refusal is an answer; anything else is a bug. */
  readonly ask: (what: () => Promise<unknown>) => Promise<boolean>;
  /** One look of the sweep, in this world or in one that dies. */
  readonly tick: (world?: World) => Promise<void>;
  readonly edit: () => Promise<void>;
  readonly approve: () => Promise<void>;
  readonly connect: () => Promise<void>;
  readonly wallIn: (minutes: number) => string;
  readonly states: () => Promise<ReadonlyMap<EntryId, EntryState>>;
}

export const openModelWorld = async (): Promise<ModelWorld> => {
  const broken: string[] = [];
  const approved = new Set<string>();
  const entries: EntryId[] = [];
  let edits = 0;
  const test = await makeApprovedWorld({ channel: 'webhook', mode: 'live', name: 'Harbour Tea, by webhook' });
  const { world, manager, reviewer, variant, clock } = test;
  const { tenant } = manager.session;

  /** At the moment of a post, the row says what was true: an intent stands, and nobody had said no before it. */
  const onPost = ({ entry, revision, hash }: Posted): void => {
    if (!approved.has(hash)) broken.push(`${entry}: posted ${hash}, which nobody approved`);
    const twice = provider.posts.filter((one) => one.entry === entry && one.revision === revision);
    if (twice.length > 1) broken.push(`${entry}: revision ${revision} is live twice`);
  };
  const provider = ledgerProvider(onPost);
  Object.assign(world, { http: provider.http });

  const ask: ModelWorld['ask'] = async (what) => {
    try {
      await what();
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  };
  const connect = async (): Promise<void> => {
    const [account] = await listAccounts(world, manager.session, undefined);
    const credentials = { url: 'https://tea.example/hook', secret: SECRET };
    const { session } = await test.asMember('admin');
    await connectAccount(world, session, { id: ACCOUNT, ifRev: account?.rev ?? 0, credentials });
  };
  const view = () => getVariant(world, manager.session, variant);
  const approve = async (): Promise<void> => {
    const { rev, findings } = await view();
    const acknowledge = findings.map(({ fingerprint }) => fingerprint);
    await ask(() => submitVariant(world, manager.session, { id: variant, ifRev: rev, acknowledge }));
    const { hash } = await view();
    if (await ask(() => approveVariant(world, reviewer.session, { id: variant, hash }))) approved.add(hash);
  };
  const edit = async (): Promise<void> => {
    const { rev, revision } = await view();
    edits += 1;
    const parts = revision.parts.map((part) => ({
      ...part,
      text: `${part.text.replace(/\nSeat \d+$/u, '')}\nSeat ${edits}`,
    }));
    await putVariant(world, manager.session, { id: variant, ifRev: rev, content: { parts, media: [] } });
  };
  const states = async (): Promise<ReadonlyMap<EntryId, EntryState>> => {
    const found = new Map<EntryId, EntryState>();
    for (const id of entries) {
      const row = await world.store.get(keys.entry(tenant, id));
      if (!row) broken.push(`${id}: answered, and gone`);
      else found.set(id, row.value.state);
    }
    return found;
  };
  await edit();
  await approve();
  await connect();
  expect(ENTRY_STATES).toContain('unconfirmed');
  return {
    ...test,
    provider,
    entries,
    approved,
    broken,
    ask,
    connect,
    edit,
    approve,
    states,
    wallIn: (minutes) =>
      wallOf(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString(), 'Europe/Athens'),
    tick: async (mortal = world) => {
      const trouble = (error: unknown): void => {
        if (!(error instanceof Killed)) throw error;
      };
      await sweep(mortal, 100, trouble).catch(trouble);
    },
  };
};
