/** What a person does with the server over HTTP: fills a workspace, schedules posts, looks what became of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { wallOf } from '../../functions/core/zone.ts';
import { at, clientOf, ifMatch, listAt, textAt, type Answer, type Client } from '../support/client.ts';
import { CHANNELS, type Channel } from './tally.ts';

const ZONE = 'Europe/Athens';
const WORKSPACE = { id: 'tea', name: 'Harbour Tea', zone: ZONE, adminName: 'Ada', selfApproval: true };
const ACCOUNT = { mode: 'live', zone: ZONE, locales: ['en-GB'], slots: [] };
const READERS = ['ada', 'bo', 'cy'].map((name) => `${name}@example.net,2026-01-05T10:00:00Z,checkout`);
const CAMPAIGN = {
  name: 'Fig season',
  zone: ZONE,
  locales: ['en-GB'],
  channels: CHANNELS,
  message: { headline: 'Fig season is back', body: 'Black figs meet our smoked oolong.' },
};
const Credentials = z.record(z.enum(CHANNELS), z.record(z.string(), z.string()));

/** What was made: the approved variant of each channel, and the ids of the addressees. */
export interface Tea {
  readonly variants: Readonly<Record<Channel, string>>;
  readonly readers: readonly string[];
}

const clientAt = async (folder: string, url: string, base: string): Promise<Client> => {
  const token = (await readFile(join(folder, 'token'), 'utf8')).trim();
  return clientOf(
    { request: (path: string, init: RequestInit) => fetch(`${url}${path}`, init) },
    token,
    base,
  );
};

export const openTea = (folder: string, url: string): Promise<Client> =>
  clientAt(folder, url, '/workspaces/tea');

const taken = (answer: Answer): Answer => {
  if (answer.status >= 300) throw new Error(`The server refused: ${JSON.stringify(answer)}`);
  return answer;
};

/** Accounts have the names of their channels. */
const addAccounts = async (tea: Client, provider: string): Promise<readonly string[]> => {
  const credentials = Credentials.parse(await (await fetch(`${provider}/credentials`)).json());
  for (const channel of CHANNELS) {
    const named = { ...ACCOUNT, id: channel, channel, name: `Tea, by ${channel}` };
    const account = taken(await tea.post('/accounts', named));
    taken(await tea.put(`/accounts/${channel}/credentials`, credentials[channel], ifMatch(account)));
  }
  const csv = ['address,consentAt,consentSource', ...READERS].join('\n');
  taken(await tea.post('/accounts/email/audience', { csv }));
  const { body } = taken(await tea.get('/accounts/email/audience/addressees'));
  return listAt(body, 'items').map((one) => textAt(one, 'id'));
};

const approve = async (tea: Client, variant: string): Promise<void> => {
  const read = taken(await tea.get(`/variants/${variant}`));
  const acknowledge = listAt(read.body, 'findings').map((one) => at(one, 'fingerprint'));
  taken(await tea.post(`/variants/${variant}/submit`, { acknowledge }, ifMatch(read)));
  taken(await tea.post(`/variants/${variant}/approve`, { hash: at(read.body, 'hash') }));
};

/** Connected accounts, an audience and an approved variant of each channel. */
export const fillTea = async (folder: string, url: string, provider: string): Promise<Tea> => {
  taken(await (await clientAt(folder, url, '')).post('/workspaces', WORKSPACE));
  const tea = await openTea(folder, url);
  const readers = await addAccounts(tea, provider);
  const campaign = taken(await tea.post('/campaigns', CAMPAIGN));
  const adapted = taken(await tea.post(`/campaigns/${textAt(campaign.body, 'id')}/adapt`, {}));
  const items = listAt(adapted.body, 'items');
  const variantOf = (channel: Channel): string =>
    textAt(
      items.find((item) => at(item, 'place', 'channel') === channel),
      'variant',
    );
  const variants = {
    webhook: variantOf('webhook'),
    mastodon: variantOf('mastodon'),
    email: variantOf('email'),
  };
  for (const channel of CHANNELS) await approve(tea, variants[channel]);
  return { variants, readers };
};

/** Schedules a post that is due now, by a server that is so many minutes ahead; answers its id. */
export const scheduleNow = async (
  client: Client,
  tea: Tea,
  channel: Channel,
  ahead: number,
): Promise<string> => {
  const wall = wallOf(new Date(Date.now() + ahead * 60_000).toISOString(), ZONE);
  const answer = await client.post('/entries', { variant: tea.variants[channel], account: channel, wall });
  // The minute turned on the way.
  if (textAt(answer.body, 'code') === 'in-the-past') return scheduleNow(client, tea, channel, ahead);
  return textAt(taken(answer).body, 'id');
};
