/** A whole world for tests: the embedded adapters on a temporary folder, under a clock that only the test moves. */
import { endUserMessaging } from '../../functions/adapters/aws/end-user-messaging.ts';
import { clientsIn } from '../../functions/adapters/clients.ts';
import { mail } from '../../functions/adapters/mail.ts';
import { nodeHttp } from '../../functions/adapters/node-http.ts';
import { notifier, type OwnMail } from '../../functions/adapters/notifier.ts';
import { verifyAudit } from '../../functions/adapters/dynamodb/audit.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openEmbedded,
  type Embedded,
} from '../../functions/adapters/local/embedded-dynamodb/open-embedded.ts';
import type { OpenDisk } from '../../functions/adapters/local/embedded-dynamodb/disk.ts';
import { eventLog } from '../../functions/adapters/local/event-log.ts';
import { localIdentity, type LocalIdentity } from '../../functions/adapters/local/identity.ts';
import { signingKeys } from '../../functions/adapters/local/keys.ts';
import { localMedia } from '../../functions/adapters/local/media.ts';
import { localPreviewFeed } from '../../functions/adapters/local/preview-feed.ts';
import { sealedSecrets } from '../../functions/adapters/local/sealed-secrets.ts';
import { signedMedia } from '../../functions/adapters/local/signed-media.ts';
import { localWakeUps } from '../../functions/adapters/local/wake-ups.ts';
import { snsTopics } from '../../functions/adapters/sns-topics.ts';
import { ulids } from '../../functions/adapters/ulids.ts';
import { asId, type WorkspaceId } from '../../functions/core/ids.ts';
import type { Role } from '../../functions/core/member.ts';
import type { Audit, Bus, Clock, SignedIn, World } from '../../functions/ports.ts';
import type { Session } from '../../functions/use-cases/use-case.ts';
import { createWorkspace } from '../../functions/use-cases/workspace/create-workspace.ts';
import { addMember } from '../../functions/use-cases/workspace/members.ts';
import { openWorkspace } from '../../functions/use-cases/workspace/open-workspace.ts';

export interface TestClock extends Clock {
  readonly advance: (by: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
  readonly set: (instant: string) => void;
}

export const testClock = (start: string): TestClock => {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
    set: (instant) => {
      at = Date.parse(instant);
    },
  };
};

export interface TestMember {
  readonly who: SignedIn;
  readonly session: Session;
  readonly token: string;
}

export interface TestWorld {
  readonly world: World & { readonly identity: LocalIdentity };
  readonly clock: TestClock;
  readonly embedded: Embedded;
  readonly folder: string;
  readonly workspace: WorkspaceId;
  /** The member with exactly these roles, added when first asked for. They may approve every locale unless said otherwise. */
  readonly asMember: (roles: Role | readonly Role[], locales?: readonly string[]) => Promise<TestMember>;
  /** Somebody who is signed in, and in no workspace. */
  readonly stranger: () => Promise<{ readonly who: SignedIn; readonly token: string }>;
  /** Founds another workspace with its own admin. */
  readonly otherWorkspace: (id: string) => Promise<TestMember>;
  readonly close: () => Promise<void>;
}

export interface MakeWorldOptions {
  readonly now?: string;
  readonly zone?: string;
  readonly workspace?: string;
  readonly selfApproval?: boolean;
  /** Between the store and the log of events; whatever it throws is tried again. */
  readonly bus?: (log: Bus) => Bus;
  readonly openDisk?: OpenDisk;
  readonly ownMail?: OwnMail;
}

const known = async (identity: LocalIdentity, email: string): Promise<SignedIn> => {
  const { user } = await identity.invite(email);
  return { user, email };
};

const openTestWorld = async (
  folder: string,
  clock: TestClock,
  { bus: within, openDisk, ownMail }: MakeWorldOptions,
) => {
  const log = eventLog(join(folder, 'events'));
  const ids = ulids(clock);
  const media = localMedia(join(folder, 'media'));
  const embedded = await openEmbedded({
    folder,
    clock,
    ids,
    media,
    bus: within?.(log) ?? log,
    ...(openDisk && { openDisk }),
    // Faults that a test asks for are no news.
    ...((within ?? openDisk) && { report: () => undefined }),
  });
  const { store, client, table } = embedded;
  const audit: Audit = { verify: (workspace) => verifyAudit({ client, table, media }, workspace) };
  const identity = localIdentity({ store, clock, ids, keys: await signingKeys(folder) });
  const feed = localPreviewFeed(join(folder, 'preview'));
  const [http, letters] = [nodeHttp({ seconds: 1 }), mail({ seconds: 1 })];
  const world = {
    store,
    clock,
    ids,
    wakeUps: localWakeUps,
    feed,
    identity,
    audit,
    media,
    publicMedia: await signedMedia(folder, clock, 'https://tea.example'),
    http,
    mail: letters,
    notifier: notifier(http, letters, ownMail),
    texts: endUserMessaging(1),
    topics: snsTopics(http, clock, new Set()),
    secrets: await sealedSecrets(folder),
    baseUrls: {},
    clients: clientsIn({}),
    signInUrls: {},
    publicUrl: 'https://tea.example',
  };
  return { embedded, world };
};

export const makeWorld = async (options: MakeWorldOptions = {}): Promise<TestWorld> => {
  const { now = '2027-05-03T06:00:00.000Z', zone = 'Europe/Athens', selfApproval = false } = options;
  const folder = await mkdtemp(join(tmpdir(), 'cantus-'));
  const clock = testClock(now);
  const { embedded, world } = await openTestWorld(folder, clock, options);

  const memberOf = async (who: SignedIn, workspace: WorkspaceId): Promise<TestMember> => ({
    who,
    session: await openWorkspace(world, who, workspace),
    token: (await world.identity.tokenFor(who)).token,
  });
  const found = async (id: string, email: string): Promise<TestMember> => {
    const who = await known(world.identity, email);
    const workspace = asId<WorkspaceId>(id);
    await createWorkspace(world, who, { id: workspace, name: id, zone, adminName: 'Admin', selfApproval });
    return memberOf(who, workspace);
  };

  const workspace = asId<WorkspaceId>(options.workspace ?? 'harbour-tea');
  const admin = await found(workspace, 'admin@harbour.example');
  const members = new Map<string, Promise<TestMember>>([[nameOf('admin'), Promise.resolve(admin)]]);

  const add = async (roles: readonly Role[], locales: readonly string[]): Promise<TestMember> => {
    const email = `${roles.join('-')}${members.size}@harbour.example`;
    await addMember(world, admin.session, { email, name: roles.join(' and '), roles, locales });
    return memberOf(await known(world.identity, email), workspace);
  };

  return {
    world,
    clock,
    embedded,
    folder,
    workspace,
    asMember: (roles, locales = ['*']) => {
      const list: readonly Role[] = typeof roles === 'string' ? [roles] : roles;
      const name = nameOf(list, locales);
      const member = members.get(name) ?? add(list, locales);
      members.set(name, member);
      return member;
    },
    stranger: async () => {
      const who = await known(world.identity, 'stranger@elsewhere.example');
      return { who, token: (await world.identity.tokenFor(who)).token };
    },
    otherWorkspace: (id) => found(id, `admin@${id}.example`),
    close: async () => {
      await embedded.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const nameOf = (roles: Role | readonly Role[], locales: readonly string[] = ['*']): string =>
  [roles, locales].flat().join(' ');
