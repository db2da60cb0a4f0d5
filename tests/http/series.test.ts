/** Series as the API takes and refuses them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT, makeVariant, openStage, type Stage } from './stage.ts';

let stage: Stage;
let variant = '';
beforeAll(async () => {
  stage = await openStage();
  ({ variant } = await makeVariant(stage));
  for (const body of [ACCOUNT, { ...ACCOUNT, id: 'short', channel: 'x' }])
    await stage.ask('POST', '/accounts', { token: stage.token.admin, body });
});
afterAll(() => stage.close());

const as = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  stage.ask(method, path, { token: stage.token.manager, headers, ...(body !== undefined && { body }) });
const RULE = {
  name: 'Tea of the week',
  account: 'facebook',
  start: '2027-05-04T09:00',
  rrule: 'FREQ=WEEKLY;COUNT=3',
};
const create = (body: object = {}) => as('POST', '/series', { ...RULE, variant, ...body });

describe('refuses', () => {
  it.each([
    [
      'a bad rule',
      { rrule: 'FREQ=WEEKLY;BYDAY=MON' },
      422,
      'invalid-input',
      'rrule',
      'BYDAY: found "MON"; expected MO',
    ],
    [
      'a rule that names nothing',
      { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' },
      422,
      'invalid-input',
      'rrule',
      'by the year',
    ],
    [
      'a start that is no day',
      { start: '2027-02-29T09:00' },
      422,
      'invalid-input',
      'start',
      '2027-02-29T09:00',
    ],
    [
      'an exception that is no wall time',
      { except: ['tomorrow'] },
      422,
      'invalid-input',
      'except[0]',
      'expected',
    ],
    ['an account on another channel', { account: 'short' }, 422, 'invalid-input', 'account', 'facebook'],
    ['an unknown zone', { zone: 'Europe/Athen' }, 422, 'unknown-zone', '', ''],
    ['an account that there is not', { account: 'nowhere' }, 404, 'not-found', '', ''],
  ])('%s', async (_what, body, status, code, path, says) => {
    const refused = await create(body);
    expect(refused).toMatchObject({ status, body: { code } });
    if (path)
      expect(refused.body['problems']).toContainEqual({ path, message: expect.stringContaining(says) });
    expect((await as('GET', '/series')).body.items).toEqual([]);
  });
});

it('is made once for each key, listed, changed, paused, resumed and ended', async () => {
  const key = { 'idempotency-key': 'weekly' };
  const made = await as('POST', '/series', { ...RULE, variant }, key);
  expect(made).toMatchObject({
    status: 201,
    body: { state: 'running', zone: 'Europe/Athens', rev: 1, except: [] },
  });
  expect((await as('POST', '/series', { ...RULE, variant }, key)).body).toEqual(made.body);
  const path = `/series/${String(made.body['id'])}`;
  expect((await as('GET', '/series')).body.items).toHaveLength(1);
  const tag = async () => ({ 'if-match': (await as('GET', path)).headers.get('etag') ?? '' });
  expect(await as('PUT', path, { ...RULE, rrule: 'FREQ=DAILY' }, await tag())).toMatchObject({
    status: 200,
    body: { rrule: 'FREQ=DAILY' },
  });
  expect(await as('PUT', path, RULE)).toMatchObject({ status: 428 });
  for (const paused of [true, false])
    expect(await as('POST', `${path}/pause`, { paused }, await tag())).toMatchObject({
      status: 200,
      body: { state: paused ? 'paused' : 'running' },
    });
  expect(await as('POST', `${path}/end`, undefined, await tag())).toMatchObject({ body: { state: 'ended' } });
  expect(await as('POST', `${path}/end`, undefined, await tag())).toMatchObject({
    status: 409,
    body: { code: 'not-in-this-state' },
  });
});
