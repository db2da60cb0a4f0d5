/** What a person does with the server over HTTP: fills a workspace, schedules posts, looks what became of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wallOf } from '../../functions/core/zone.ts';
import { at, clientOf, ifMatch, textAt, type Answer, type Client } from '../support/client.ts';

const ZONE = 'Europe/Athens';
const WORKSPACE = { id: 'tea', name: 'Harbour Tea', zone: ZONE, adminName: 'Ada', selfApproval: true };
const ACCOUNT = { id: 'hook', channel: 'webhook', name: 'Tea, by webhook', mode: 'live', zone: ZONE };
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const CAMPAIGN = {
  name: 'Fig season',
  zone: ZONE,
  locales: ['en-GB'],
  channels: ['webhook'],
  message: { headline: 'Fig season is back', body: 'Black figs meet our smoked oolong.' },
};

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

/** A connected account and an approved variant, whose id is the answer. */
export const fillTea = async (folder: string, url: string, provider: string): Promise<string> => {
  taken(await (await clientAt(folder, url, '')).post('/workspaces', WORKSPACE));
  const tea = await openTea(folder, url);
  const account = taken(await tea.post('/accounts', { ...ACCOUNT, locales: ['en-GB'], slots: [] }));
  const credentials = { url: `${provider}/hook`, secret: SECRET };
  taken(await tea.put('/accounts/hook/credentials', credentials, ifMatch(account)));
  const campaign = taken(await tea.post('/campaigns', CAMPAIGN));
  const adapted = taken(await tea.post(`/campaigns/${textAt(campaign.body, 'id')}/adapt`, {}));
  const variant = textAt(adapted.body, 'items', 0, 'variant');
  const read = taken(await tea.get(`/variants/${variant}`));
  taken(await tea.post(`/variants/${variant}/submit`, {}, ifMatch(read)));
  taken(await tea.post(`/variants/${variant}/approve`, { hash: at(read.body, 'hash') }));
  return variant;
};

/** Schedules a post that is due now, by a server that is so many minutes ahead; answers its id. */
export const scheduleNow = async (tea: Client, variant: string, ahead: number): Promise<string> => {
  const wall = wallOf(new Date(Date.now() + ahead * 60_000).toISOString(), ZONE);
  const answer = await tea.post('/entries', { variant, account: 'hook', wall });
  // The minute turned on the way.
  if (textAt(answer.body, 'code') === 'in-the-past') return scheduleNow(tea, variant, ahead);
  return textAt(taken(answer).body, 'id');
};

/** The empty text for an entry that the server does not know. */
export const stateOf = async (tea: Client, id: string): Promise<string> =>
  textAt((await tea.get(`/entries/${id}`)).body, 'state');
