/** Cantus on the embedded default: one process, one data folder, no network but its own port. */
import { join } from 'node:path';
import { openToOthers } from './adapters/local/data-folder.ts';
import { LINK_SECONDS } from './adapters/local/identity.ts';
import { replaceFile } from './adapters/local/keep-file.ts';
import type { SignedIn } from './ports.ts';
import { createApp } from './http/app.ts';
import type { Trouble } from './http/env.ts';
import { EXAMPLE } from './local/example-data.ts';
import { loadExample } from './local/example.ts';
import { recordOrNew, remember } from './local/first-run.ts';
import { listen, type Listening } from './local/listen.ts';
import { openHome, type Home, type LocalWorld } from './local/open-home.ts';
import { ticking } from './local/ticking.ts';
import { lookAfterAccounts } from './use-cases/account/look-after-accounts.ts';
import { resolveOnNewData } from './use-cases/entry/resolve-on-new-data.ts';
import { tellNotices } from './use-cases/notice/tell-notices.ts';
import { Drain } from './use-cases/publishing/drain.ts';

export { openLocalApp } from './local/open-app.ts';
export type { LocalApp } from './local/open-app.ts';

export interface LocalOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** The data folder, made when it is new. */
  readonly data: string;
  /** Loads the example workspace: on request, or when the data folder is new. */
  readonly example: boolean | 'when-new';
  /** Talk for the person who started it, a line at a time. */
  readonly say: (line: string) => void;
  /** The world to work in, where it is not the home's own: a proof stands between the server and its world. */
  readonly within?: (home: Home) => LocalWorld;
}

export interface Local {
  /** `http://127.0.0.1:4000` */
  readonly url: string;
  /** Finishes what it is doing and gives the data folder free. */
  readonly close: () => Promise<void>;
}

const ADMIN = 'admin@northwind.example';
/** A little more than the second until the next look, so that nothing falls due unseen in between. */
const LOOK_AHEAD = 1.5;
const TOKEN_EVERY = 6 * 3600 * 1000;

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** For this machine's own clients, such as `cantus deliveries`. */
const writeToken = async ({ identity }: LocalWorld, folder: string, admin: SignedIn): Promise<void> => {
  const { token } = await identity.tokenFor(admin);
  await replaceFile(join(folder, 'token'), `${token}\n`);
};

const keepToken = async (
  { world, folder }: Home,
  admin: SignedIn,
  report: (error: unknown) => void,
): Promise<() => void> => {
  await writeToken(world, folder, admin);
  const timer = setInterval(() => void writeToken(world, folder, admin).catch(report), TOKEN_EVERY).unref();
  return () => clearInterval(timer);
};

interface Greeted {
  readonly email: string;
  readonly role: string;
}

const EXAMPLE_PEOPLE: readonly Greeted[] = EXAMPLE.members.map(({ email, roles }) => ({
  email,
  role: roles.join(', '),
}));

const sayLinks = async (
  { identity }: LocalWorld,
  url: string,
  people: readonly Greeted[],
  say: LocalOptions['say'],
): Promise<void> => {
  say('One-time links to sign in with, good for a day:');
  for (const { email, role } of people) {
    const { code } = await identity.linkFor(email, LINK_SECONDS);
    say(`  ${role}, ${email}: ${url}/sign-in?code=${code}`);
  }
};

/** The first run's set-up; answers the first admin, and whom to greet with a one-time link. */
const setUp = async (home: Home, { example, say }: LocalOptions) => {
  const { isNew, ...record } = await recordOrNew(home.world, ADMIN);
  const { admin } = record;
  const wanted = example === true || (example === 'when-new' && isNew);
  const loads = wanted && record.example === undefined;
  if (loads) {
    const { workspace } = await loadExample(home, admin);
    await remember(home.world, { admin, example: workspace });
    say(`Loaded the example workspace ${workspace}.`);
  }
  const people = loads || record.example !== undefined ? EXAMPLE_PEOPLE : [];
  return { admin, people: [{ email: admin.email, role: 'admin' }, ...people] };
};

const sayOpen = async (folder: string, say: LocalOptions['say']): Promise<void> => {
  const mode = await openToOthers(folder);
  if (mode !== undefined)
    say(
      `The data folder ${folder} is open to other accounts of this machine (mode ${mode}), and it holds addressees: close it with chmod 700 "${folder}".`,
    );
};

const sayResolved = async (world: LocalWorld, say: LocalOptions['say']): Promise<void> => {
  const { version, moved, held } = (await resolveOnNewData(world)) ?? { version: '', moved: [], held: [] };
  if (moved.length + held.length > 0)
    say(
      `The zone data is ${version} now: ${moved.length} entries go out at another instant, ${held.length} are held; their owners have notices.`,
    );
};

/** Whatever it counted, it is work for the next second. */
const eachSecond = async (work: Promise<number>): Promise<undefined> => {
  await work;
};

const serve = async ({ url, begin, close }: Listening, home: Home, options: LocalOptions): Promise<Local> => {
  const { say, data } = options;
  const report = (error: unknown): void => say(stackOf(error));
  const log = ({ id, method, path, error }: Trouble): void =>
    say(`${id} ${method} ${path}: ${stackOf(error)}`);
  const { admin, people } = await setUp(home, options);
  // Before anybody is told that it runs: whoever is told may stop it at once.
  await sayResolved(home.world, say);
  begin(createApp(home.world, { log }));
  const dropToken = await keepToken(home, admin, report);
  // Whoever finds the folder taken looks here for the one who took it.
  await replaceFile(join(home.folder, 'url'), `${url}\n`);
  say(`Cantus is at ${url} with its data in ${data}.`);
  await sayOpen(home.folder, say);
  await sayLinks(home.world, url, people, say);
  const drain = new Drain(home.world, { onTrouble: report, ahead: LOOK_AHEAD });
  const tick = ticking(() => drain.look(), report);
  // Apart from the posts: a mail server or a provider that is slow delays none of them.
  const apart = [tellNotices, lookAfterAccounts].map((work) =>
    ticking(() => eachSecond(work(home.world, report)), report),
  );
  return {
    url,
    close: async () => {
      dropToken();
      await close();
      await Promise.all([tick, ...apart].map(({ stop }) => stop()));
      await drain.stop();
      await home.close();
    },
  };
};

/** Closes what was opened when the rest fails. */
const orClose = async <T>({ close }: Pick<Home, 'close'>, rest: () => Promise<T>): Promise<T> => {
  try {
    return await rest();
  } catch (error) {
    await close();
    throw error;
  }
};

/**
 * Opens the data folder and serves it.
 * @throws Refused `busy` when another process has the folder, `invalid-input` when the address or the folder cannot be
 * used, `storage-full`.
 */
export const startLocal = async (options: LocalOptions): Promise<Local> => {
  // The port comes first, so that a taken one leaves no folder behind; requests wait for the rest.
  const listening = await listen(options.host, options.port);
  return orClose(listening, async () => {
    const home = await openHome(options.data, (error) => options.say(stackOf(error)));
    const { within = ({ world }) => world } = options;
    return orClose(home, () => {
      const world = { ...within(home), localUrl: listening.url };
      return serve(listening, { ...home, world }, options);
    });
  });
};
