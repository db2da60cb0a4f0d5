import { describe, expect, it } from 'vitest';
import { ACCOUNT_STATES, type Account, type AccountCommand } from '../../functions/core/account.ts';
import { asId } from '../../functions/core/ids.ts';
import { transitionAccount } from '../../functions/core/transition-account.ts';
import { refusalOf } from '../support/refusal.ts';

const account: Account = {
  id: asId('01X'),
  channel: 'x',
  name: 'Northwind',
  mode: 'preview',
  state: 'connected',
  locales: ['en-US'],
  zone: 'UTC',
  slots: [],
  owner: asId('01U'),
};
const at = '2027-05-01T09:00:00Z';
const connect: AccountCommand = { do: 'connect' };
const disconnect: AccountCommand = { do: 'disconnect', reason: 'revoked' };
const pause: AccountCommand = { do: 'pause' };
const resume: AccountCommand = { do: 'resume' };
const settings = { name: 'Northwind', locales: ['en-US'], zone: 'UTC', slots: [] };
const set: AccountCommand = { do: 'set', settings: { ...settings, zone: 'Europe/Athens' } };

/** Every state, paused or not, and every command; undefined is refused. */
const rows: readonly [Account['state'], boolean, AccountCommand, Partial<Account> | undefined][] = [
  ['connected', false, connect, { state: 'connected' }],
  ['connected', false, disconnect, { state: 'disconnected' }],
  ['connected', false, pause, { state: 'connected', paused: true }],
  ['connected', false, resume, undefined],
  ['connected', false, set, { state: 'connected', paused: false, zone: 'Europe/Athens' }],
  ['connected', true, connect, { state: 'connected', paused: true }],
  ['connected', true, disconnect, { state: 'disconnected', paused: true }],
  ['connected', true, pause, undefined],
  ['connected', true, resume, { state: 'connected', paused: false }],
  ['connected', true, set, { state: 'connected', paused: true, zone: 'Europe/Athens' }],
  ['disconnected', false, connect, { state: 'connected' }],
  ['disconnected', false, disconnect, undefined],
  ['disconnected', false, pause, { state: 'disconnected', paused: true }],
  ['disconnected', false, resume, undefined],
  ['disconnected', false, set, { state: 'disconnected', paused: false, zone: 'Europe/Athens' }],
  ['disconnected', true, connect, { state: 'connected', paused: true }],
  ['disconnected', true, disconnect, undefined],
  ['disconnected', true, pause, undefined],
  ['disconnected', true, resume, { state: 'disconnected', paused: false }],
  ['disconnected', true, set, { state: 'disconnected', paused: true, zone: 'Europe/Athens' }],
];

describe('every state and every command', () => {
  it('has a row for each', () => {
    expect(rows.length).toBe(ACCOUNT_STATES.length * 2 * 5);
  });

  it.each(rows.filter((row) => row[3] === undefined))(
    '%s, paused %j, %j is refused',
    (state, paused, command) => {
      const refused = () => transitionAccount({ ...account, state, paused }, command, at);
      expect(refusalOf(refused)).toBe('not-in-this-state');
    },
  );

  it.each(rows.filter((row) => row[3] !== undefined))(
    '%s, paused %j, %j: %j',
    (state, paused, command, next) => {
      const became = transitionAccount({ ...account, state, paused }, command, at);
      expect(became.state).toMatchObject(next ?? {});
      expect(became.events).toEqual([expect.objectContaining({ type: 'account.changed' })]);
    },
  );
});

it('says why an account was disconnected', () => {
  expect(transitionAccount(account, disconnect, at).events[0]?.data).toEqual({
    change: 'disconnected',
    reason: 'revoked',
  });
});

it('forgets the settings that are not given', () => {
  const was: Account = { ...account, cap: 3, gap: 30, limits: { parts: { text: 5_000 } } };
  expect(transitionAccount(was, { do: 'set', settings }, at).state).toEqual(account);
});
