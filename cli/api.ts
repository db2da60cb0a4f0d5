/** The API as commands use it: of the server that is named or has the data folder, or else on the folder itself. */
import { hc } from 'hono/client';
import { Refused } from '../functions/core/errors.ts';
import type { ApiType } from '../functions/http/app.ts';
import { refusalIn } from './api-problem.ts';
import { homeOf } from './home.ts';
import type { Reached } from './home.ts';
import type { Terminal } from './terminal.ts';

export type ApiClient = ReturnType<typeof clientOf>;

export interface Api {
  readonly client: ApiClient;
  /** Stands for `:ws` in the paths. */
  readonly workspace: string;
}

export interface ApiOptions {
  /** The data folder, as the person named it. */
  readonly data: string;
  /** Needed where the person is a member of several. */
  readonly workspace?: string;
}

const clientOf = ({ url, token, request }: Reached) =>
  hc<ApiType>(url, { fetch: request, headers: { authorization: `Bearer ${token}` } });

async function workspaceOf(client: ApiClient, wanted: string | undefined): Promise<string> {
  const answer = await client.me.$get();
  if (!answer.ok) throw await refusalIn(answer);
  const ids = (await answer.json()).workspaces.map(({ workspace }) => workspace);
  const [first, ...others] = wanted === undefined ? ids : ids.filter((id) => id === wanted);
  if (first !== undefined && others.length === 0) return first;
  const known = ids.length === 0 ? 'there is none yet' : `expected one of ${ids.join(', ')}`;
  if (wanted !== undefined) throw new Refused('not-found', `--workspace: found ${wanted}, ${known}.`);
  throw new Refused('invalid-input', `Name the workspace with --workspace: ${known}.`);
}

/** Asks the API and lets it go. @throws Refused as the API refuses, and in one line when there is none to ask. */
export async function withApi<T>(
  terminal: Terminal,
  { data, workspace }: ApiOptions,
  ask: (api: Api) => Promise<T>,
): Promise<T> {
  const home = await homeOf(terminal, data);
  try {
    const client = clientOf(home);
    return await ask({ client, workspace: await workspaceOf(client, workspace) });
  } finally {
    await home.close();
  }
}
