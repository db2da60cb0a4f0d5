/** The coverage table over the API: months are those that the calendar shows, wherever the accounts are. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACCOUNT, CAMPAIGN, openStage, type Stage } from './stage.ts';

let stage: Stage;
const manager = (method: string, path: string, body?: unknown) =>
  stage.ask(method, path, { token: stage.token.manager, body });

/** Adapted for facebook, and put on the calendar for when it is approved. */
const plan = async (
  audience: Readonly<Record<string, unknown>>,
  slots: readonly (readonly [string, string])[],
) => {
  const created = await manager('POST', '/campaigns', { ...CAMPAIGN, ...audience });
  const adapted = await manager('POST', `/campaigns/${String(created.body['id'])}/adapt`, {
    channels: ['facebook'],
  });
  const variant = adapted.body.items?.[0]?.variant;
  for (const [account, wall] of slots) {
    const { status, body } = await manager('POST', '/entries', {
      variant,
      account,
      wall,
      whenApproved: true,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
  }
};

beforeAll(async () => {
  stage = await openStage();
  for (const [id, zone] of [
    ['auckland', 'Pacific/Auckland'],
    ['honolulu', 'Pacific/Honolulu'],
  ])
    await stage.ask('POST', '/accounts', { token: stage.token.admin, body: { ...ACCOUNT, id, zone } });
  await stage.ask('POST', '/accounts', {
    token: stage.token.admin,
    body: { ...ACCOUNT, id: 'short', channel: 'x' },
  });
  await plan({ journeyStage: 'trial', values: ['curiosity'] }, [
    ['auckland', '2027-06-01T00:30'],
    ['honolulu', '2027-06-30T23:30'],
  ]);
  await plan({ journeyStage: 'recovery', values: ['control', 'control'] }, [
    ['auckland', '2027-07-01T00:30'],
    ['honolulu', '2027-05-31T23:30'],
  ]);
});
afterAll(() => stage.close());

const coverage = (query: string, token = stage.token.viewer) =>
  stage.ask('GET', `/coverage?${query}`, { token });

it('200: counts each entry in the month of its wall time, whatever UTC says', async () => {
  const { status, body } = await coverage('from=2027-05&to=2027-07');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    months: [
      { month: '2027-05', planned: 1, stages: { trial: 0, recovery: 1 }, values: { control: 1 } },
      {
        month: '2027-06',
        planned: 2,
        stages: { trial: 2, recovery: 0 },
        gaps: { values: ['ambition', 'belonging', 'control'] },
      },
      { month: '2027-07', planned: 1, stages: { trial: 0, recovery: 1 } },
    ],
    text: expect.stringContaining('2027-06: nothing for acquisition, loyalty, retention and recovery'),
  });
});

it('200: a month alone has its own entries, and names the channels that have none', async () => {
  const { body } = await coverage('from=2027-06&to=2027-06');
  expect(body).toMatchObject({
    months: [
      {
        planned: 2,
        channels: [
          { channel: 'facebook', planned: 2 },
          { channel: 'x', planned: 0 },
        ],
      },
    ],
  });
});

it('200: a whole year', async () => {
  const { body } = await coverage('from=2027-01&to=2027-12');
  const { months }: { months: readonly { planned: number }[] } = JSON.parse(JSON.stringify(body));
  expect(months.map(({ planned }) => planned)).toEqual([0, 0, 0, 0, 1, 2, 1, 0, 0, 0, 0, 0]);
});

it.each([
  ['from=2027-01&to=2028-01', 'at most 12 months'],
  ['from=2027-06&to=2027-05', 'before 2027-06'],
  ['from=2027-13&to=2027-13', 'expected a month such as 2027-05'],
  ['from=2027-06', 'to'],
])('422: %s', async (query, says) => {
  const refused = await coverage(query);
  expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  expect(JSON.stringify(refused.body)).toContain(says);
});

it('401: for nobody', async () => {
  expect(await coverage('from=2027-05&to=2027-05', 'nonsense')).toMatchObject({ status: 401 });
});

it.each([
  ['journeyStage', 'aquisition', 'did you mean `acquisition`?'],
  ['values', ['curious'], 'curiosity'],
  ['locales', ['gr-GR'], 'did you mean `el-GR`?'],
  ['locales', ['en-GB', 'xx'], 'unknown locale `xx`'],
])('422: a campaign whose %s is %j is told what was meant', async (field, value, says) => {
  const refused = await manager('POST', '/campaigns', { ...CAMPAIGN, [field]: value });
  expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  expect(JSON.stringify(refused.body['problems'])).toContain(says);
});
