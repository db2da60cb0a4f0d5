/** What people do with accounts and their posts, over HTTP alone. */
import { setTimeout as wait } from 'node:timers/promises';
import { wallOf } from '../../functions/core/zone.ts';
import { at, ifMatch, listAt, textAt, type Answer, type Client } from '../support/client.ts';

const ZONE = 'Europe/Athens';
const PATIENCE = 60_000;

export const taken = (answer: Answer): Answer => {
  if (answer.status >= 300) throw new Error(`The server refused: ${JSON.stringify(answer)}`);
  return answer;
};

/** Asks again until it is so. */
export const until = async <T>(ask: () => Promise<T>, isSo: (one: T) => boolean): Promise<T> => {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const one = await ask();
    if (isSo(one)) return one;
    if (Date.now() > end) throw new Error(`It does not become so: ${JSON.stringify(one)}`);
    await wait(100);
  }
};

/** Accounts have the names of their channels. */
export const addAccount = async (tea: Client, channel: string): Promise<void> => {
  const named = { id: channel, channel, name: `Tea, by ${channel}` };
  taken(await tea.post('/accounts', { ...named, mode: 'live', zone: ZONE, locales: ['en-GB'], slots: [] }));
};

export const accountOf = async (tea: Client, channel: string): Promise<unknown> =>
  listAt((await tea.get('/accounts')).body, 'items').find((one) => at(one, 'id') === channel);

const match = async (tea: Client, channel: string) => ({
  'if-match': `"${String(at(await accountOf(tea, channel), 'rev'))}"`,
});

export const connect = async (tea: Client, channel: string, credentials: unknown): Promise<Answer> =>
  tea.put(`/accounts/${channel}/credentials`, credentials, await match(tea, channel));

export const disconnect = async (tea: Client, channel: string): Promise<Answer> =>
  tea.remove(`/accounts/${channel}/credentials`, await match(tea, channel));

/** As a browser: goes to the provider and comes back. */
export const signIn = async (tea: Client, channel: string): Promise<Answer> => {
  const { body } = taken(await tea.post(`/accounts/${channel}/sign-in`, {}));
  const there = await fetch(textAt(body, 'url'), { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  const came = { state: back.searchParams.get('state'), code: back.searchParams.get('code') };
  return tea.post(`/accounts/${channel}/sign-in/finish`, { ...came, via: back.pathname.split('/').at(-1) });
};

/** Adapts a campaign to the channels and approves what of it may be; answers the variants by channel. */
export const approved = async (
  tea: Client,
  channels: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const message = { headline: 'Fig season is back', body: 'Black figs meet our smoked oolong.' };
  const campaign = taken(
    await tea.post('/campaigns', { name: 'Fig season', zone: ZONE, locales: ['en-GB'], channels, message }),
  );
  const { body } = taken(await tea.post(`/campaigns/${textAt(campaign.body, 'id')}/adapt`, {}));
  const variants = new Map<string, string>();
  for (const item of listAt(body, 'items')) {
    const id = textAt(item, 'variant');
    const read = taken(await tea.get(`/variants/${id}`));
    const acknowledge = listAt(read.body, 'findings').map((one) => at(one, 'fingerprint'));
    const submitted = await tea.post(`/variants/${id}/submit`, { acknowledge }, ifMatch(read));
    if (submitted.status >= 300) continue;
    taken(await tea.post(`/variants/${id}/approve`, { hash: at(read.body, 'hash') }));
    variants.set(textAt(item, 'place', 'channel'), id);
  }
  return variants;
};

/** Due now; answers its id. */
export const schedule = async (tea: Client, channel: string, variant: string): Promise<string> => {
  const wall = wallOf(new Date().toISOString(), ZONE);
  const answer = await tea.post('/entries', { variant, account: channel, wall });
  // The minute turned on the way.
  if (textAt(answer.body, 'code') === 'in-the-past') return schedule(tea, channel, variant);
  return textAt(taken(answer).body, 'id');
};

/** Once something came of every entry. */
export const settledAll = (tea: Client, entries: readonly string[]): Promise<readonly unknown[]> =>
  until(
    () => Promise.all(entries.map(async (id) => (await tea.get(`/entries/${id}`)).body)),
    (all) => all.every((one) => at(one, 'outcome') !== undefined || at(one, 'hold') !== undefined),
  );
