/** Composes the world on one data folder. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { baseUrlsIn, publicUrlIn, signInUrlsIn, versionsIn } from '../adapters/base-urls.ts';
import { clientsIn } from '../adapters/clients.ts';
import { verifyAudit } from '../adapters/dynamodb/audit.ts';
import { openEmbedded } from '../adapters/local/embedded-dynamodb/open-embedded.ts';
import { eventLog } from '../adapters/local/event-log.ts';
import { localIdentity, type LocalIdentity } from '../adapters/local/identity.ts';
import { signingKeys } from '../adapters/local/keys.ts';
import { localMedia } from '../adapters/local/media.ts';
import { localPreviewFeed } from '../adapters/local/preview-feed.ts';
import { sealedSecrets } from '../adapters/local/sealed-secrets.ts';
import { signedMedia } from '../adapters/local/signed-media.ts';
import { localWakeUps } from '../adapters/local/wake-ups.ts';
import { endUserMessaging } from '../adapters/aws/end-user-messaging.ts';
import { mail } from '../adapters/mail.ts';
import { nodeHttp } from '../adapters/node-http.ts';
import { notifier } from '../adapters/notifier.ts';
import { ownMailIn } from '../adapters/own-mail.ts';
import { snsTopics, snsTopicsIn } from '../adapters/sns-topics.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { ulids } from '../adapters/ulids.ts';
import type { Audit, World } from '../ports.ts';
import { shiftingClock, type ShiftingClock } from './shifting-clock.ts';

export type LocalWorld = World & { readonly identity: LocalIdentity };

export interface Home {
  readonly world: LocalWorld;
  readonly clock: ShiftingClock;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

// The SDK only carries requests inside this process, so what AWS will drop for old Nodes does not concern the person at home.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** @throws Refused `busy` when another process has the folder, `storage-full`, `invalid-input` when it cannot be used. */
export const openHome = async (folder: string, report: (error: unknown) => void): Promise<Home> => {
  const clock = shiftingClock(systemClock);
  const ids = ulids(clock);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const media = localMedia(join(folder, 'media'));
  const bus = eventLog(join(folder, 'events'));
  const embedded = await openEmbedded({ folder, clock, ids, media, bus, report });
  const { store, client, table, close } = embedded;
  const audit: Audit = { verify: (workspace) => verifyAudit({ client, table, media }, workspace) };
  const identity = localIdentity({ store, clock, ids, keys: await signingKeys(folder) });
  const feed = localPreviewFeed(join(folder, 'preview'));
  const publicUrl = publicUrlIn(process.env);
  const [http, letters] = [nodeHttp(), mail()];
  const world = {
    store,
    clock,
    ids,
    wakeUps: localWakeUps,
    feed,
    identity,
    audit,
    media,
    publicMedia: await signedMedia(folder, clock, publicUrl),
    ...(publicUrl !== undefined && { publicUrl }),
    http,
    mail: letters,
    notifier: notifier(http, letters, ownMailIn(process.env)),
    texts: endUserMessaging(),
    topics: snsTopics(http, clock, snsTopicsIn(process.env)),
    secrets: await sealedSecrets(folder),
    baseUrls: baseUrlsIn(process.env),
    versions: versionsIn(process.env),
    clients: clientsIn(process.env),
    signInUrls: signInUrlsIn(process.env),
  };
  return { world, clock, folder, close };
};
