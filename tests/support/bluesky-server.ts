/** A real Bluesky server in a process of its own, and an account on it. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as z from 'zod';

const Account = z.object({ did: z.string(), handle: z.string(), accessJwt: z.string() });
export type BlueskyAccount = z.infer<typeof Account>;

const Record = z.object({ uri: z.string(), value: z.looseObject({ text: z.string() }) });
const Records = z.object({ records: z.array(Record) });
export type BlueskyRecord = z.infer<typeof Record>;

export interface BlueskyServer {
  readonly url: string;
  /** One method of the server's own API. */
  readonly call: (method: string, body: object, token?: string) => Promise<unknown>;
  readonly account: (name: string, password: string) => Promise<BlueskyAccount>;
  /** What is public of an account, the newest first. */
  readonly records: (did: string) => Promise<readonly BlueskyRecord[]>;
  readonly close: () => Promise<void>;
}

const addressOf = (stdout: NodeJS.ReadableStream): Promise<string> =>
  new Promise((resolve, reject) => {
    createInterface({ input: stdout })
      .on('line', (line) => line.startsWith('http') && resolve(line))
      .on('close', () => reject(new Error('the server ended before it had started')));
  });

/** `script` starts the server and prints its address. */
export async function startBluesky(script: string): Promise<BlueskyServer> {
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const url = await addressOf(child.stdout);

  const call = async (method: string, body: object, token?: string): Promise<unknown> => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(`${url}/xrpc/${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method}: ${await answer.text()}`);
    const text = await answer.text();
    return text === '' ? undefined : JSON.parse(text);
  };

  return {
    url,
    call,
    account: async (name, password) =>
      Account.parse(
        await call('com.atproto.server.createAccount', {
          handle: `${name}.test`,
          email: `${name}@tea.example`,
          password,
        }),
      ),
    records: async (did) => {
      const query = new URLSearchParams({ repo: did, collection: 'app.bsky.feed.post' });
      const answer = await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query.toString()}`);
      return Records.parse(await answer.json()).records;
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
