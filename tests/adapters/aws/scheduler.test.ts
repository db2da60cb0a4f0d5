import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleName, schedulerWakeUps } from '../../../functions/adapters/aws/scheduler.ts';
import { readWakeUp, wakeUpGroup } from '../../../functions/adapters/aws/wake-up.ts';
import { asId, type EntryId, type WorkspaceId } from '../../../functions/core/ids.ts';
import { failure, json, loopback, type Asked } from './loopback.ts';

const NOW = '2027-05-04T08:00:00.000Z';
const workspace = asId<WorkspaceId>('aurora-coffee');
const entry = asId<EntryId>('01JZX5N7T3V9QK2M4R6S8W0YBC');
const name = scheduleName({ workspace, entry });

/** Scheduler as documented: a name is made once, changed or deleted only while it is there. */
function schedulerStandIn(schedules: Map<string, Record<string, unknown>>, firesBeforeUpdate = false) {
  return ({ method, path, body }: Asked) => {
    const [, , id = ''] = new URL(path, 'http://x').pathname.split('/');
    if (method === 'PUT' && firesBeforeUpdate) schedules.delete(id);
    if (method === 'POST' && schedules.has(id)) return failure('ConflictException', 409);
    if (method !== 'POST' && !schedules.has(id)) return failure('ResourceNotFoundException', 404);
    if (method === 'DELETE') schedules.delete(id);
    else schedules.set(id, JSON.parse(body));
    return json({ ScheduleArn: `arn:aws:scheduler:eu-west-1:1:schedule/g/${id}` });
  };
}

async function home({ firesBeforeUpdate = false, now = NOW, partition = 'aws' } = {}) {
  const schedules = new Map<string, Record<string, unknown>>();
  const scheduler = await loopback(schedulerStandIn(schedules, firesBeforeUpdate));
  const sqs = await loopback(() => json({ MessageId: '1' }));
  const queueUrl = `${sqs.endpoint}/111122223333/wake-ups`;
  const wakeUps = schedulerWakeUps({
    scheduler: new SchedulerClient(scheduler.client),
    sqs: new SQSClient({ ...sqs.client, md5: false }),
    clock: { now: () => now },
    group: 'cantus',
    roleArn: `arn:${partition}:iam::111122223333:role/scheduler`,
    queueFor: () => Promise.resolve(queueUrl),
    deadLetterArn: 'arn:aws:sqs:eu-west-1:111122223333:dead-letters',
  });
  return { wakeUps, schedules, queueUrl, calls: scheduler.asked, messages: sqs.asked };
}

describe('a wake-up further away than two minutes', () => {
  it('is a one-time schedule in UTC, a minute ahead, that deletes itself', async () => {
    const { wakeUps, schedules, queueUrl, messages } = await home();
    await wakeUps.set(workspace, entry, '2027-05-04T09:00:30.000Z');
    expect(schedules.get(name)).toEqual({
      GroupName: 'cantus',
      ScheduleExpression: 'at(2027-05-04T08:59:30)',
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      ClientToken: expect.stringMatching(/^[\w-]{1,64}$/u),
      Target: {
        Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage',
        RoleArn: 'arn:aws:iam::111122223333:role/scheduler',
        Input: JSON.stringify({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify({ workspace, entry }),
          MessageGroupId: wakeUpGroup({ workspace }),
        }),
        DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:dead-letters' },
      },
    });
    expect(messages).toEqual([]);
  });

  it("is sent by Scheduler of the queue's own partition", async () => {
    const { wakeUps, schedules } = await home({ partition: 'aws-cn' });
    await wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z');
    expect(schedules.get(name)).toMatchObject({
      Target: { Arn: 'arn:aws-cn:scheduler:::aws-sdk:sqs:sendMessage' },
    });
  });

  it('is moved when the entry has a schedule', async () => {
    const { wakeUps, schedules, calls } = await home();
    await wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z');
    await wakeUps.set(workspace, entry, '2027-05-05T17:30:00Z');
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'POST', 'PUT']);
    expect(schedules.get(name)).toMatchObject({ ScheduleExpression: 'at(2027-05-05T17:29:00)' });
    expect(schedules.size).toBe(1);
  });

  it('is made anew when the old schedule fires between create and update', async () => {
    const { wakeUps, schedules, calls } = await home({ firesBeforeUpdate: true });
    await wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z');
    await wakeUps.set(workspace, entry, '2027-05-04T10:00:00Z');
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'POST', 'PUT', 'POST']);
    expect(schedules.get(name)).toMatchObject({ ScheduleExpression: 'at(2027-05-04T09:59:00)' });
  });

  it('has a new client token for each asking', async () => {
    const { wakeUps, calls } = await home();
    await wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z');
    await wakeUps.cancel(workspace, entry);
    await wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z');
    const tokens = calls
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body).ClientToken);
    expect(new Set(tokens).size).toBe(2);
  });
});

describe('a wake-up nearer than two minutes', () => {
  it.each([
    ['2027-05-04T08:01:59.000Z', 119],
    ['2027-05-04T08:00:30.250Z', 31],
    ['2027-05-04T08:00:00.000Z', 0],
    ['2027-05-04T07:00:00.000Z', 0],
  ])('at %s waits in the queue for %i seconds', async (at, seconds) => {
    const { wakeUps, messages, schedules } = await home();
    await wakeUps.set(workspace, entry, at);
    expect(messages.map(({ target }) => target)).toEqual(['AmazonSQS.SendMessage']);
    const { DelaySeconds, MessageBody, MessageGroupId } = JSON.parse(messages[0]?.body ?? '');
    expect([DelaySeconds, MessageGroupId]).toEqual([seconds, wakeUpGroup({ workspace })]);
    expect(readWakeUp(MessageBody)).toEqual({ workspace, entry });
    expect(schedules.size).toBe(0);
  });

  it('removes the schedule that the entry had', async () => {
    const { wakeUps, schedules } = await home();
    await wakeUps.set(workspace, entry, '2027-05-11T09:00:00Z');
    await wakeUps.set(workspace, entry, '2027-05-04T08:01:00Z');
    expect(schedules.size).toBe(0);
  });
});

describe('cancelling', () => {
  it('deletes the schedule in its group', async () => {
    const { wakeUps, schedules, calls } = await home();
    await wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z');
    await wakeUps.cancel(workspace, entry);
    expect(calls.at(-1)).toMatchObject({
      method: 'DELETE',
      path: expect.stringContaining('groupName=cantus'),
    });
    expect(schedules.size).toBe(0);
  });

  it('is content with a schedule that is not there', async () => {
    const { wakeUps } = await home();
    await expect(wakeUps.cancel(workspace, entry)).resolves.toBeUndefined();
  });
});

it('says when Scheduler refuses for another reason', async () => {
  const scheduler = await loopback(() => failure('ValidationException', 400));
  const wakeUps = schedulerWakeUps({
    scheduler: new SchedulerClient(scheduler.client),
    sqs: new SQSClient(scheduler.client),
    clock: { now: () => NOW },
    group: 'cantus',
    roleArn: '',
    queueFor: () => Promise.resolve(''),
    deadLetterArn: '',
  });
  await expect(wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z')).rejects.toThrow('ValidationException');
  await expect(wakeUps.cancel(workspace, entry)).rejects.toThrow('ValidationException');
});

it.each([
  ['a short key', 'a', 'b'],
  ['the longest key', 'w'.repeat(64), 'e'.repeat(64)],
])('names a schedule as Scheduler allows, for %s', (_what, ws, id) => {
  const made = scheduleName({ workspace: asId<WorkspaceId>(ws), entry: asId<EntryId>(id) });
  expect(made).toMatch(/^[0-9a-zA-Z\-_.]{1,64}$/u);
  expect(made).not.toBe(name);
});

describe('the group of a wake-up', () => {
  const ids = fc.oneof(
    fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,9}){0,5}$/u),
    fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/u),
  );
  const groupOf = (id: string): string => wakeUpGroup({ workspace: asId<WorkspaceId>(id) });

  it('is as SQS takes it, one for each workspace, and does not name it', () => {
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        expect(groupOf(one)).toMatch(/^[0-9a-f]{32}$/u);
        expect(groupOf(one) === groupOf(other)).toBe(one === other);
        if (one.length > 4) expect(groupOf(one)).not.toContain(one);
      }),
    );
  });
});

it('a letter that Scheduler could not send holds the wake-up', async () => {
  const { wakeUps, calls } = await home();
  await wakeUps.set(workspace, entry, '2027-05-04T09:00:00Z');
  expect(readWakeUp(JSON.parse(calls[0]?.body ?? '').Target.Input)).toEqual({ workspace, entry });
});

it.each([
  '{"MessageBody":"{}"}',
  '{"MessageBody":"null"}',
  '{}',
  'null',
  '7',
  '{"workspace":"a"}',
  '{"workspace":"a","entry":"../b"}',
])('refuses %j as a wake-up', (body) => {
  expect(() => readWakeUp(body)).toThrow('Not a wake-up');
});
