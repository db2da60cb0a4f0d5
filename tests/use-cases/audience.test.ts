/** Audiences: who comes in, with what, and how they leave. */
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from '../../functions/http/app.ts';
import { Refused } from '../../functions/core/errors.ts';
import { asId, type AccountId } from '../../functions/core/ids.ts';
import { asksToStop } from '../../functions/core/audience.ts';
import { importAudience } from '../../functions/use-cases/audience/import-audience.ts';
import { suppressAddressee } from '../../functions/use-cases/audience/leave-audience.ts';
import { getAudience, listAddressees } from '../../functions/use-cases/audience/list-addressees.ts';
import { unsubscribeLink } from '../../functions/use-cases/audience/unsubscribe.ts';
import { verifyAudit } from '../../functions/use-cases/verify-audit.ts';
import { addAccount } from '../../functions/use-cases/workspace/accounts.ts';
import { makeWorld, type TestWorld } from '../support/make-world.ts';
import { refusalOfAsync } from '../support/refusal.ts';

const LIST = asId<AccountId>('letters');
const HEADER = 'address,locale,zone,consentAt,consentSource';
const csv = (...rows: string[]) => ({ csv: [HEADER, ...rows].join('\r\n') });
const ELENI = 'eleni@tea.example,el-GR,Europe/Athens,2027-01-05T10:00:00Z,"checkout, tea.example"';

const CELLS = [
  ['nobody,el-GR,,2027-01-05T10:00:00Z,shop', 'rows[2].address'],
  ['a@b.example,fr-FR,,2027-01-05T10:00:00Z,shop', 'rows[2].locale'],
  ['a@b.example,,Athens,2027-01-05T10:00:00Z,shop', 'rows[2].zone'],
  ['a@b.example,,,,shop', 'rows[2].consentAt'],
  ['a@b.example,,,2027-01-05T10:00:00Z,', 'rows[2].consentAt'],
  ['a@b.example,,,yesterday,shop', 'rows[2].consentAt'],
  ['a@b.example,,,2028-01-05T10:00:00Z,shop', 'rows[2].consentAt'],
] as const;

describe('an audience', () => {
  let test: TestWorld;
  afterEach(() => test.close());

  const open = async (channel: 'email' | 'sms' | 'facebook' = 'email') => {
    test = await makeWorld();
    const { session } = await test.asMember('admin');
    await addAccount(test.world, session, {
      id: 'letters',
      channel,
      name: 'Letters',
      mode: 'preview',
      locales: ['el-GR', 'en-GB'],
      zone: 'Europe/Athens',
      slots: [],
    });
    return session;
  };
  const importing = async (source: Parameters<typeof importAudience>[2]['source']) =>
    importAudience(test.world, (await test.asMember('admin')).session, { account: LIST, source });
  const all = async () =>
    (
      await listAddressees(test.world, (await test.asMember('manager')).session, {
        account: LIST,
        limit: 100,
      })
    ).items;

  it('takes rows with their consent, and those of the same address as one', async () => {
    await open();
    const later = 'Eleni@TEA.example,en-GB,,2027-02-05T10:00:00Z,newsletter form';
    expect(await importing(csv(ELENI, later))).toEqual({ rows: 2, added: 1, merged: 0 });
    expect(await importing(csv(ELENI))).toEqual({ rows: 1, added: 0, merged: 1 });
    expect(await all()).toMatchObject([
      { locale: 'en-GB', consent: { source: 'newsletter form' }, state: 'subscribed' },
    ]);
  });

  it('takes JSON lines, and numbers in any usual writing', async () => {
    await open('sms');
    const row = { address: '+30 691 234-5678', consentAt: '2027-01-05T10:00:00Z', consentSource: 'till' };
    await importing({ jsonLines: `${JSON.stringify(row)}\n\n${JSON.stringify(row)}` });
    expect(await all()).toMatchObject([{ address: '+306912345678', locale: 'el-GR' }]);
  });

  it.each(CELLS)('imports nothing of %j, and says which row and why', async (row, path) => {
    await open();
    const error = await importing(csv(row, ELENI)).catch((one: unknown) => one);
    expect(error).toMatchObject({ code: 'invalid-input', details: { problems: [{ path }] } });
    expect(JSON.stringify(error instanceof Refused && error.details)).not.toContain('b.example');
    expect(await all()).toEqual([]);
  });

  it('is only of accounts that write to people, and imported only by admins', async () => {
    await open('facebook');
    expect(await refusalOfAsync(() => importing(csv(ELENI)))).toBe('invalid-input');
    const { session } = await test.asMember('manager');
    const source = csv(ELENI);
    expect(await refusalOfAsync(() => importAudience(test.world, session, { account: LIST, source }))).toBe(
      'forbidden',
    );
  });

  it('is imported in many transactions where it is long, and its trail holds and names nobody', async () => {
    const session = await open();
    const rows = Array.from({ length: 200 }, (_, at) => ELENI.replace('eleni', `eleni${at}`));
    expect(await importing(csv(...rows))).toEqual({ rows: 200, added: 200, merged: 0 });
    const [first] = await all();
    if (!first) throw new Error('Nobody was imported');
    await suppressAddressee(test.world, session, {
      account: LIST,
      to: first.id,
      state: 'suppressed',
      reason: 'Bounced',
    });
    expect((await getAudience(test.world, session, LIST)).counts).toEqual({
      subscribed: 199,
      suppressed: 1,
      'opted-out': 0,
    });
    expect(await verifyAudit(test.world, session, undefined)).toMatchObject({ broken: [] });
    const { rows: events } = await test.world.store.children(`W#${test.workspace}#X#letters`, 'EVENT#');
    expect(events.length).toBeGreaterThan(3);
    expect(JSON.stringify(events)).not.toMatch(/eleni|tea\.example/u);
  });

  it('is left by one click on the link, not by a look, and entered again only by a newer consent', async () => {
    const session = await open();
    await importing(csv(ELENI));
    const [eleni] = await all();
    const link = eleni && (await unsubscribeLink(test.world, session.tenant, LIST, eleni.id));
    const path = new URL(link ?? '').pathname;
    const app = createApp(test.world, { log: () => undefined });
    const click = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    expect((await app.request(path)).status).toBe(200);
    expect(await all()).toMatchObject([{ state: 'subscribed' }]);
    expect((await app.request(path, click)).status).toBe(200);
    expect((await app.request(path, click)).status).toBe(200);
    expect((await app.request(`${path.slice(0, -8)}AAAAAAAA`, click)).status).toBe(404);
    expect(await all()).toMatchObject([{ state: 'opted-out' }]);
    await importing(csv(ELENI));
    expect(await all()).toMatchObject([{ state: 'opted-out' }]);
    test.clock.advance({ days: 2 });
    await importing(csv(ELENI.replace('2027-01-05', '2027-05-04')));
    expect(await all()).toMatchObject([{ state: 'subscribed' }]);
  });
});

it.each([
  ['STOP', true],
  ['Stop!', true],
  ['στοπ', true],
  ['отписаться', true],
  ['退訂', true],
  ['لغو', true],
  ['do not stop', false],
  ['', false],
])('%j asks to stop: %s', (text, expected) => {
  expect(asksToStop(text)).toBe(expected);
});
