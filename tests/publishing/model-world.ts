/** What the model acts on: a workspace with three live accounts, approved variants, and providers that may lie. */
import type { Entry } from '../../functions/core/entry.ts';
import { Refused } from '../../functions/core/errors.ts';
import type { EntryId } from '../../functions/core/ids.ts';
import { keys } from '../../functions/core/keys.ts';
import type { PayloadMedia } from '../../functions/core/payload.ts';
import { wallOf } from '../../functions/core/zone.ts';
import { wakeEntry } from '../../functions/handlers/wake-entry.ts';
import { wakeUpBody } from '../../functions/adapters/aws/wake-up.ts';
import type { World } from '../../functions/ports.ts';
import { approveVariant } from '../../functions/use-cases/variant/approve-variant.ts';
import { getVariant } from '../../functions/use-cases/variant/get-variant.ts';
import { putVariant } from '../../functions/use-cases/variant/put-variant.ts';
import { submitVariant } from '../../functions/use-cases/variant/submit-variant.ts';
import { sweep } from '../../functions/use-cases/publishing/sweep.ts';
import { PNG } from '../contract/connector/picture.ts';
import { makeApprovedWorld, type ApprovedWorld } from '../support/approved-world.ts';
import { Killed } from './crashing.ts';
import { ledgerMail, type LedgerMail } from './ledger-mail.ts';
import { ledgerProvider, type LedgerProvider, type Posted } from './ledger-provider.ts';
import { overTheShoulder } from './model-intents.ts';
import { openPlaces, type ModelPlace } from './model-places.ts';

export interface ModelWorld extends ApprovedWorld {
  readonly places: readonly ModelPlace[];
  readonly provider: LedgerProvider;
  readonly mail: LedgerMail;
  readonly entries: EntryId[];
  /** Addresses that left the audience: nothing may reach them from then on. */
  readonly gone: Set<string>;
  /** Wake-ups that were set and have not come yet; whoever likes loses, repeats or delays them. */
  readonly wakeUps: { readonly at: string; readonly body: string }[];
  readonly policy: { onFailure: 'continue' | 'hold' };
  /** What must never be seen, as it was seen. */
  readonly broken: string[];
  /** A refusal is an answer; anything else is a bug. */
  readonly ask: (what: () => Promise<unknown>) => Promise<boolean>;
  /** One look of the sweep, in this world or in one that dies. */
  readonly tick: (world?: World) => Promise<void>;
  /** A wake-up as the queue hands it over. */
  readonly wakeUp: (body: string) => Promise<void>;
  readonly edit: (place: ModelPlace) => Promise<void>;
  readonly approve: (place: ModelPlace) => Promise<void>;
  readonly wallIn: (minutes: number) => string;
  readonly rows: () => Promise<readonly Entry[]>;
}

const ask: ModelWorld['ask'] = async (what) => {
  try {
    await what();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
};

/** Whoever dies says nothing; anything else that is thrown is a bug. */
const mortal = async (what: () => Promise<unknown>): Promise<void> => {
  try {
    await what();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
};

/** What writers and reviewers do; every hash that was ever approved is remembered. */
const peopleOf = (
  { world, manager, reviewer }: ApprovedWorld,
  approved: Set<string>,
  picture: PayloadMedia,
): Pick<ModelWorld, 'edit' | 'approve'> => {
  let edits = 0;
  const view = ({ variant }: Pick<ModelPlace, 'variant'>) => getVariant(world, manager.session, variant);
  return {
    approve: async (place) => {
      const { rev, findings } = await view(place);
      const id = place.variant;
      const acknowledge = findings.map(({ fingerprint }) => fingerprint);
      await ask(() => submitVariant(world, manager.session, { id, ifRev: rev, acknowledge }));
      const { hash } = await view(place);
      if (await ask(() => approveVariant(world, reviewer.session, { id, hash }))) approved.add(hash);
    },
    edit: async (place) => {
      const { rev, revision } = await view(place);
      edits += 1;
      const parts = place.copies
        ? (await view({ variant: place.copies })).revision.parts
        : revision.parts.map((part) =>
            part.field === 'text' || part.field === 'body'
              ? { ...part, text: `${part.text.replace(/\nSeat \d+$/u, '')}\nSeat ${edits}` }
              : part,
          );
      await putVariant(world, manager.session, {
        id: place.variant,
        ifRev: rev,
        content: { parts, media: place.channel === 'mastodon' ? [picture] : [] },
      });
    },
  };
};

/** The providers, and what they see that must never be seen. */
const providersOf = (broken: string[], gone: ReadonlySet<string>, now: () => string) => {
  const isLive = new Set<string>();
  const reached = new Set<string>();
  const onPost = ({ entry, revision }: Posted): void => {
    const post = `${entry}: revision ${revision}`;
    if (isLive.has(post)) broken.push(`${post} is live twice`);
    isLive.add(post);
  };
  return {
    provider: ledgerProvider(now, onPost),
    mail: ledgerMail(({ to, messageId }) => {
      if (reached.has(messageId)) broken.push(`${to} has ${messageId} twice`);
      if (gone.has(to)) broken.push(`${to} left, and was written to`);
      reached.add(messageId);
    }),
  };
};

export const openModelWorld = async (): Promise<ModelWorld> => {
  const test = await makeApprovedWorld({ channel: 'webhook', mode: 'live', name: 'Tea, by webhook' });
  const { world, manager, clock, workspace } = test;
  const { tenant } = manager.session;
  const [broken, entries, wakeUps]: [string[], EntryId[], ModelWorld['wakeUps']] = [[], [], []];
  const [approved, gone] = [new Set<string>(), new Set<string>()];
  const policy: ModelWorld['policy'] = { onFailure: 'continue' };
  const { provider, mail } = providersOf(broken, gone, () => clock.now());
  Object.assign(world, {
    http: provider.http,
    mail: mail.mail,
    wakeUps: {
      set: async (_: unknown, entry: EntryId, at: string) =>
        void wakeUps.push({ at, body: wakeUpBody({ workspace, entry }) }),
      cancel: () => Promise.resolve(),
    },
  });
  const places = await openPlaces(test);
  const accounts = places.map(({ account }) => account);
  const watched = { tenant, accounts, entries, approved, broken, policy: () => policy.onFailure };
  const shoulder = overTheShoulder(world.store, watched);
  Object.assign(world, { store: shoulder.store });
  const { sha256: rendition } = await world.media.put(PNG);
  const people = peopleOf(test, approved, { file: 'mint.png', alt: 'An iced mint tea', rendition });
  for (const place of places) {
    await people.edit(place);
    await people.approve(place);
  }
  const turn = (does: () => Promise<unknown>): Promise<void> => shoulder.turn(() => mortal(does));
  const trouble = (error: unknown): void => {
    if (!(error instanceof Killed)) broken.push(`trouble: ${String(error)}`);
  };
  return {
    ...test,
    ...people,
    places,
    provider,
    mail,
    entries,
    gone,
    wakeUps,
    policy,
    broken,
    ask,
    rows: async () => {
      const found = await Promise.all(entries.map((id) => world.store.get(keys.entry(tenant, id))));
      return found.flatMap((row, at) => {
        if (!row) broken.push(`${entries[at]}: answered, and gone`);
        return row ? [row.value] : [];
      });
    },
    wallIn: (minutes) =>
      wallOf(new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString(), 'Europe/Athens'),
    tick: (within = world) => turn(() => sweep(within, 100, trouble)),
    wakeUp: (body) => turn(() => wakeEntry(world, body)),
  };
};
