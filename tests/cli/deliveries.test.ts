/** `cantus deliveries` and `cantus settle`, on a post whose answer a real provider lost. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { wallOf } from '../../functions/core/zone.ts';
import { at, clientOf, ifMatch, textAt } from '../support/client.ts';
import { standIn, type StandIn } from '../support/stand-in/stand-in.ts';
import { folderWith, run } from './support/run.ts';

const CAMPAIGN = {
  name: 'Fig season',
  zone: 'Europe/Athens',
  locales: ['en-GB'],
  channels: ['facebook'],
  message: { headline: 'Fig season is back', body: 'Black figs meet our smoked oolong.' },
};
const WORKSPACE = { id: 'tea', name: 'Tea', zone: 'Europe/Athens', adminName: 'Ada', selfApproval: true };
const PAGE = { id: 'page', channel: 'facebook', name: 'Tea', mode: 'live', locales: ['en-GB'], slots: [] };
const Listed = z.array(z.object({ id: z.string(), state: z.string() }));

/** A page that says who it is, and whose feed shows nothing. */
const page = () =>
  standIn([
    { method: 'GET', path: /^\/77$/u, answer: () => ({ status: 200, body: { id: '77', name: 'Tea' } }) },
    { method: 'GET', path: /^\/77\/feed$/u, answer: () => ({ status: 200, body: { data: [] } }) },
    {
      method: 'POST',
      path: /^\/77\/feed$/u,
      creates: true,
      answer: () => ({ status: 200, body: { id: '77_1' } }),
    },
  ]);

/** A connected account and a post that is due now. */
const fill = async (folder: string, url: string): Promise<string> => {
  const token = (await readFile(join(folder, 'data/token'), 'utf8')).trim();
  const app = { request: (path: string, init: RequestInit) => fetch(`${url}${path}`, init) };
  await clientOf(app, token, '').post('/workspaces', WORKSPACE);
  const tea = clientOf(app, token, '/workspaces/tea');
  const account = await tea.post('/accounts', { ...PAGE, zone: 'Europe/Athens' });
  const credentials = { page: '77', token: 'page-token-of-harbour-tea' };
  const connected = await tea.put('/accounts/page/credentials', credentials, ifMatch(account));
  expect(connected).toMatchObject({ status: 200, body: { state: 'connected' } });
  expect(JSON.stringify(connected.body)).not.toContain('page-token');
  const campaign = await tea.post('/campaigns', CAMPAIGN);
  const adapted = await tea.post(`/campaigns/${textAt(campaign.body, 'id')}/adapt`, {});
  const variant = textAt(adapted.body, 'items', 0, 'variant');
  const read = await tea.get(`/variants/${variant}`);
  await tea.post(`/variants/${variant}/submit`, {}, ifMatch(read));
  await tea.post(`/variants/${variant}/approve`, { hash: at(read.body, 'hash') });
  const wall = wallOf(new Date().toISOString(), 'Europe/Athens');
  const entry = await tea.post('/entries', { variant, account: 'page', wall });
  expect(entry.status).toBe(201);
  const id = textAt(entry.body, 'id');
  await expect
    .poll(async () => textAt((await tea.get(`/entries/${id}`)).body, 'state'), { timeout: 10_000 })
    .toBe('unconfirmed');
  return id;
};

describe('deliveries', () => {
  let provider: StandIn;
  afterEach(async () => {
    delete process.env['CANTUS_FACEBOOK_URL'];
    await provider.close();
  });

  it('lists what nobody knows, and settles it with the address that a person found', async () => {
    provider = await page();
    provider.fault('reset-after');
    process.env['CANTUS_FACEBOOK_URL'] = provider.url;
    const folder = await folderWith({});
    let id = '';
    await run(['serve', '--port', '0', '--data', 'data'], {
      folder,
      stopped: async () => {
        id = await fill(folder, (await readFile(join(folder, 'data/url'), 'utf8')).trim());
      },
    });
    const cantus = (...words: readonly string[]) =>
      run([...words, '--data', 'data', '--workspace', 'tea'], { folder });
    const listed = await cantus('deliveries', '--unconfirmed', '--format', 'json');
    expect(listed.status).toBe(1);
    expect(Listed.parse(JSON.parse(listed.out))).toEqual([{ id, state: 'unconfirmed' }]);

    const url = 'https://www.facebook.com/77_1';
    expect(await cantus('settle', id, '--as', 'not-published', url)).toMatchObject({ status: 2 });
    expect(await cantus('settle', id, '--as', 'published', 'nonsense')).toMatchObject({ status: 2 });
    const settled = await cantus('settle', id, '--as', 'published', url);
    expect(settled).toMatchObject({ status: 0, out: `${id} is published\n` });
    expect(await cantus('settle', id, '--as', 'published')).toMatchObject({ status: 1 });
    expect(await cantus('deliveries', '--unconfirmed')).toMatchObject({ status: 0, out: '' });
    const text = await cantus('deliveries');
    expect(text.out).toContain(url);
  });
});
