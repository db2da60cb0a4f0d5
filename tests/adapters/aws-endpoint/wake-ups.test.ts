/** Wake-ups against another's Scheduler and SQS: made, moved, cancelled, asked for twice, and given up. */
import {
  CreateScheduleGroupCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scheduleName, schedulerWakeUps } from '../../../functions/adapters/aws/scheduler.ts';
import { readWakeUp, wakeUpGroup, type WakeUp } from '../../../functions/adapters/aws/wake-up.ts';
import { systemClock } from '../../../functions/adapters/system-clock.ts';
import { ulids } from '../../../functions/adapters/ulids.ts';
import { asId, type EntryId, type WorkspaceId } from '../../../functions/core/ids.ts';
import { CLIENT, ENDPOINT, fresh, given } from './endpoint.ts';
import { attributeOf, groups, makeQueue, MOST_TRIES, type Queue, receive, sqs, take } from './queues.ts';

const ROLE = 'arn:aws:iam::123456789012:role/cantus-sender';
const scheduler = new SchedulerClient(CLIENT);
const ids = ulids(systemClock);
const anEntry = (workspace = 'aurora-coffee'): WakeUp => ({
  workspace: asId<WorkspaceId>(workspace),
  entry: asId<EntryId>(ids.next()),
});
/** ISO, in so many seconds. */
const soon = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
const expressionFor = (at: string): string =>
  `at(${new Date(Date.parse(at) - 60_000).toISOString().slice(0, 19)})`;

describe.skipIf(ENDPOINT === '')('wake-ups at the endpoint that CANTUS_AWS_ENDPOINT names', () => {
  let queue: Queue;
  let deadLetters: Queue;
  let group = '';

  beforeAll(async () => {
    deadLetters = await makeQueue('dead-letters');
    queue = await makeQueue('wake-ups', deadLetters, '0');
    group = fresh('cantus');
    await scheduler.send(new CreateScheduleGroupCommand({ Name: group }));
  });

  const homeWith = (client = scheduler) =>
    schedulerWakeUps({
      scheduler: client,
      sqs,
      clock: systemClock,
      group,
      roleArn: ROLE,
      queueFor: () => Promise.resolve(queue.url),
      deadLetterArn: deadLetters.arn,
    });
  const set = ({ workspace, entry }: WakeUp, at: string, home = homeWith()) => home.set(workspace, entry, at);
  const found = (wakeUp: WakeUp) =>
    scheduler.send(new GetScheduleCommand({ Name: scheduleName(wakeUp), GroupName: group }));
  /** What Scheduler asks SQS for. */
  const requestOf = (wakeUp: WakeUp): string =>
    JSON.stringify({
      QueueUrl: queue.url,
      MessageBody: JSON.stringify(wakeUp),
      MessageGroupId: wakeUpGroup(wakeUp),
    });
  const names = async () => {
    const { Schedules = [] } = await scheduler.send(
      new ListSchedulesCommand({ GroupName: group, MaxResults: 100 }),
    );
    return Schedules.map(({ Name }) => Name);
  };

  describe('far away', () => {
    it('are kept as they were asked for', async () => {
      const [wakeUp, at] = [anEntry(), soon(3600)];
      await set(wakeUp, at);
      expect(await found(wakeUp)).toMatchObject({
        GroupName: group,
        State: 'ENABLED',
        ScheduleExpression: expressionFor(at),
        ScheduleExpressionTimezone: 'UTC',
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage',
          RoleArn: ROLE,
          Input: requestOf(wakeUp),
          DeadLetterConfig: { Arn: deadLetters.arn },
        },
      });
    });

    it('have a name that is taken for the longest key, and another for another key', async () => {
      const longest = { workspace: asId<WorkspaceId>('w'.repeat(64)), entry: asId<EntryId>('e'.repeat(64)) };
      const other = { ...longest, entry: asId<EntryId>('e'.repeat(63)) };
      for (const wakeUp of [longest, other]) await set(wakeUp, soon(3600));
      expect(await names()).toEqual(expect.arrayContaining([scheduleName(longest), scheduleName(other)]));
    });

    it('are moved, and still delete themselves', async () => {
      const [wakeUp, later] = [anEntry(), soon(90_000)];
      await set(wakeUp, soon(3600));
      await set(wakeUp, later);
      expect(await found(wakeUp)).toMatchObject({
        ScheduleExpression: expressionFor(later),
        ActionAfterCompletion: 'DELETE',
        Target: { Input: requestOf(wakeUp), DeadLetterConfig: { Arn: deadLetters.arn } },
      });
      expect((await names()).filter((name) => name === scheduleName(wakeUp))).toHaveLength(1);
    });

    it('asked for by many at once are one', async () => {
      const [wakeUp, at] = [anEntry(), soon(7200)];
      await Promise.all(Array.from({ length: 5 }, () => set(wakeUp, at)));
      expect((await names()).filter((name) => name === scheduleName(wakeUp))).toHaveLength(1);
      expect(await found(wakeUp)).toMatchObject({ ScheduleExpression: expressionFor(at) });
    });

    it('whose answer was lost are asked for with the same token, and are one', async () => {
      const [wakeUp, at] = [anEntry(), soon(3600)];
      const { client, tokens } = losingTheFirstAnswer();
      await set(wakeUp, at, homeWith(client));
      const [first, second] = tokens;
      expect(second).toBe(first);
      expect(first).toMatch(/^[\w-]{1,64}$/u);
      expect((await names()).filter((name) => name === scheduleName(wakeUp))).toHaveLength(1);
      expect(await found(wakeUp)).toMatchObject({ ScheduleExpression: expressionFor(at) });
    });

    it('ask SQS for what SQS takes, in the group of their workspace', async () => {
      const wakeUp = anEntry();
      await set(wakeUp, soon(3600));
      const { Target } = await found(wakeUp);
      await sqs.send(new SendMessageCommand(JSON.parse(given(Target?.Input))));
      expect(await groups(queue)).toEqual([wakeUpGroup(wakeUp)]);
      expect((await take(queue)).map(readWakeUp)).toEqual([wakeUp]);
    });

    it('are gone once cancelled, and cancelling again is no trouble', async () => {
      const wakeUp = anEntry();
      await set(wakeUp, soon(3600));
      for (const _ of [1, 2]) await homeWith().cancel(wakeUp.workspace, wakeUp.entry);
      await expect(found(wakeUp)).rejects.toThrow(
        expect.objectContaining({ name: 'ResourceNotFoundException' }),
      );
      await set(wakeUp, soon(7200));
      expect(await names()).toContain(scheduleName(wakeUp));
    });
  });

  describe('near', () => {
    // What one test leaves waiting is not there for the next.
    beforeEach(async () => {
      queue = await makeQueue('wake-ups', deadLetters, '0');
    });

    it('wait in the queue, and their schedule is gone', async () => {
      const wakeUp = anEntry();
      await set(wakeUp, soon(3600));
      await set(wakeUp, soon(90));
      expect(await attributeOf(queue.url, 'ApproximateNumberOfMessagesDelayed')).toBe('1');
      expect(await take(queue)).toEqual([]);
      expect(await names()).not.toContain(scheduleName(wakeUp));
    });

    it('are in the group of their workspace, one for each', async () => {
      const [quiet, one, other] = [anEntry('dill'), anEntry('aurora-coffee'), anEntry('aurora-coffee')];
      for (const wakeUp of [one, other, quiet]) await set(wakeUp, soon(-1));
      const waiting = await groups(queue);
      const ofGroup = (wakeUp: WakeUp) => waiting.filter((name) => name === wakeUpGroup(wakeUp)).length;
      expect([waiting.length, ofGroup(one), ofGroup(quiet)]).toEqual([3, 2, 1]);
    });

    it('and past ones are there at once, with the entry alone', async () => {
      const wakeUp = anEntry();
      await set(wakeUp, soon(-60));
      expect((await take(queue)).map(readWakeUp)).toEqual([wakeUp]);
    });

    it('that nobody could take five times are dead letters, with the entry', async () => {
      const wakeUp = anEntry();
      await set(wakeUp, soon(0));
      for (let tries = 0; tries < MOST_TRIES; tries += 1) expect(await receive(queue)).toHaveLength(1);
      expect(await receive(queue)).toEqual([]);
      expect((await take(deadLetters)).map(readWakeUp)).toEqual([wakeUp]);
    });
  });
});

/** The first call arrives and is done, and its answer does not come back: the client's own retry follows. */
function losingTheFirstAnswer(): { readonly client: SchedulerClient; readonly tokens: unknown[] } {
  const tokens: unknown[] = [];
  const client = new SchedulerClient(CLIENT);
  client.middlewareStack.add(
    (next) => async (call) => {
      if ('ClientToken' in call.input) tokens.push(call.input.ClientToken);
      const answer = await next(call);
      if (tokens.length > 1) return answer;
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return { client, tokens };
}
