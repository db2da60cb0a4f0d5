/** The app on a data folder without a port, for this machine's own commands while nobody serves the folder. */
import { Refused } from '../core/errors.ts';
import { createApp } from '../http/app.ts';
import type { Trouble } from '../http/env.ts';
import { recordOf } from './first-run.ts';
import { openHome, type Home } from './open-home.ts';

export interface LocalApp {
  readonly request: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The first admin's, as `cantus serve` writes it. */
  readonly token: string;
  /** Gives the data folder free. */
  readonly close: () => Promise<void>;
}

export interface LocalAppOptions {
  readonly report: (error: unknown) => void;
}

const appOf = async (home: Home, folder: string, report: (error: unknown) => void): Promise<LocalApp> => {
  const record = await recordOf(home.world);
  if (!record)
    throw new Refused('not-found', `The data folder ${folder} is empty: run cantus serve on it first.`);
  const app = createApp(home.world, { log: ({ error }: Trouble) => report(error) });
  const { token } = await home.world.identity.tokenFor(record.admin);
  return { request: async (input, init) => app.request(input, init), token, close: home.close };
};

/**
 * The folder must be there: it is made by whoever serves it first.
 * @throws Refused `busy` when another process has it, `not-found` when nobody has served it, `storage-full`, `invalid-input`.
 */
export const openLocalApp = async (folder: string, { report }: LocalAppOptions): Promise<LocalApp> => {
  const home = await openHome(folder, report);
  try {
    return await appOf(home, folder, report);
  } catch (error) {
    await home.close();
    throw error;
  }
};
