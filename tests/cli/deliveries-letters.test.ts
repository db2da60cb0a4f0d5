/** `cantus deliveries` on a letter of which one mailbox is full: the row says who has it and who waits, in one line. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { wallOf } from '../../functions/core/zone.ts';
import { at, clientOf, ifMatch, textAt } from '../support/client.ts';
import { mailServer, type MailServerStandIn } from '../support/stand-in/mail-server.ts';
import { folderWith, run } from './support/run.ts';

const CAMPAIGN = {
  name: 'Fig season',
  zone: 'Europe/Athens',
  locales: ['en-GB'],
  channels: ['email'],
  message: { headline: 'Fig season is back', body: 'Black figs meet our smoked oolong.' },
};
const WORKSPACE = { id: 'tea', name: 'Tea', zone: 'Europe/Athens', adminName: 'Ada', selfApproval: true };
const LETTERS = { id: 'letters', channel: 'email', name: 'Letters', mode: 'live', locales: ['en-GB'] };

let server: MailServerStandIn;
afterEach(async () => {
  delete process.env['CANTUS_PUBLIC_URL'];
  await server.close();
});

/** A letter that is due now. */
const fill = async (folder: string, url: string): Promise<void> => {
  const token = (await readFile(join(folder, 'data/token'), 'utf8')).trim();
  const app = { request: (path: string, init: RequestInit) => fetch(`${url}${path}`, init) };
  await clientOf(app, token, '').post('/workspaces', WORKSPACE);
  const tea = clientOf(app, token, '/workspaces/tea');
  const account = await tea.post('/accounts', { ...LETTERS, zone: 'Europe/Athens', slots: [] });
  await tea.put('/accounts/letters/credentials', server.credentials, ifMatch(account));
  const rows = ['full', 'mia', 'tom'].map((name) => `${name}@example.net,2026-01-05T10:00:00Z,till`);
  const csv = ['address,consentAt,consentSource', ...rows].join('\n');
  expect(await tea.post('/accounts/letters/audience', { csv })).toMatchObject({ status: 200 });
  const campaign = await tea.post('/campaigns', CAMPAIGN);
  const adapted = await tea.post(`/campaigns/${textAt(campaign.body, 'id')}/adapt`, {});
  const variant = textAt(adapted.body, 'items', 0, 'variant');
  const read = await tea.get(`/variants/${variant}`);
  await tea.post(`/variants/${variant}/submit`, { acknowledge: [] }, ifMatch(read));
  await tea.post(`/variants/${variant}/approve`, { hash: at(read.body, 'hash') });
  const wall = wallOf(new Date().toISOString(), 'Europe/Athens');
  const entry = await tea.post('/entries', { variant, account: 'letters', wall });
  expect(entry).toMatchObject({ status: 201 });
  await expect.poll(() => server.delivered().length, { timeout: 20_000 }).toBe(2);
  const state = async () =>
    textAt((await tea.get(`/entries/${textAt(entry.body, 'id')}`)).body, 'outcome', 'is');
  await expect.poll(state, { timeout: 10_000 }).toBe('goes-on');
};

it('lists a letter that waits, with who has it', async () => {
  server = await mailServer();
  server.mailboxes.set('full@example.net', [452, '4.2.2 Mailbox full']);
  process.env['CANTUS_PUBLIC_URL'] = 'https://tea.example';
  const folder = await folderWith({});
  await run(['serve', '--port', '0', '--data', 'data'], {
    folder,
    stopped: async () => {
      await fill(folder, (await readFile(join(folder, 'data/url'), 'utf8')).trim());
    },
  });
  const { out } = await run(['deliveries', '--data', 'data', '--workspace', 'tea'], { folder });
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(out).toMatch(/scheduled {2}email letters .*2 sent, 1 waiting: .*452 4\.2\.2 Mailbox full/u);
});
