/** A world whose wake-ups are EventBridge Scheduler's and SQS's, both stood in for on loopback; their queue is handed over by hand. */
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { forgivingWakeUps } from '../../functions/adapters/aws/forgiving-wake-ups.ts';
import { schedulerWakeUps } from '../../functions/adapters/aws/scheduler.ts';
import { wakeEntry } from '../../functions/handlers/wake-entry.ts';
import type { World } from '../../functions/ports.ts';
import { failure, json, loopback, type Answer, type Asked } from '../adapters/aws/loopback.ts';
import type { LiveWorld } from './live-world.ts';

/** `lost`: what was asked is done, and the answer says that it is not; `missing`: the other way round. */
export type SchedulerFault = 'none' | 'refused' | 'lost' | 'missing';

const Schedule = z.object({ ScheduleExpression: z.string(), Target: z.object({ Input: z.string() }) });
/** What SQS is asked for, by Scheduler or by us: always with the group that keeps workspaces apart. */
const Request = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string(),
  MessageGroupId: z.string().regex(/^[\w-]{1,128}$/u),
  DelaySeconds: z.number().default(0),
});

interface Waiting {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly body: string;
  /** All that the queue is asked for, which is what Scheduler makes a dead letter of. */
  readonly request: string;
}

const waitingFor = (at: number, request: string): Waiting => ({
  at,
  body: Request.parse(JSON.parse(request)).MessageBody,
  request,
});

export interface SchedulerHome {
  readonly world: World;
  /** By the schedule's name. */
  readonly schedules: Map<string, Waiting>;
  /** Every message that was handed over, in order, as a dead-letter queue would keep it. */
  readonly handedOver: string[];
  readonly troubles: unknown[];
  readonly fault: (fault: SchedulerFault) => void;
  /** Schedules fire and messages are delivered that are due by the clock; answers what failed. */
  readonly fire: () => Promise<readonly unknown[]>;
}

const instantOf = (expression: string): number => Date.parse(`${/\((.*)\)/u.exec(expression)?.[1] ?? ''}Z`);

/** Names are made once, changed or deleted only while they are there; a schedule deletes itself when it fires. */
const schedulerOf =
  (schedules: Map<string, Waiting>, fault: () => SchedulerFault) =>
  ({ method, path, body }: Asked): Answer => {
    const [, , id = ''] = new URL(path, 'http://x').pathname.split('/');
    if (fault() === 'refused') return failure('ThrottlingException', 429);
    if (fault() === 'missing') return json({ ScheduleArn: 'arn:aws:scheduler:eu-west-1:1:schedule/g/x' });
    if (method === 'POST' && schedules.has(id)) return failure('ConflictException', 409);
    if (method !== 'POST' && !schedules.has(id)) return failure('ResourceNotFoundException', 404);
    if (method === 'DELETE') schedules.delete(id);
    else {
      const { ScheduleExpression, Target } = Schedule.parse(JSON.parse(body));
      schedules.set(id, waitingFor(instantOf(ScheduleExpression), Target.Input));
    }
    return fault() === 'lost'
      ? failure('InternalServerException', 500)
      : json({ ScheduleArn: `arn:aws:scheduler:eu-west-1:1:schedule/g/${id}` });
  };

export const openSchedulerHome = async ({ world, clock }: LiveWorld): Promise<SchedulerHome> => {
  const schedules = new Map<string, Waiting>();
  const queue: Waiting[] = [];
  const handedOver: string[] = [];
  const troubles: unknown[] = [];
  let now: SchedulerFault = 'none';
  const scheduler = await loopback(schedulerOf(schedules, () => now));
  const sqs = await loopback(({ body }) => {
    const { DelaySeconds } = Request.parse(JSON.parse(body));
    queue.push(waitingFor(Date.parse(clock.now()) + DelaySeconds * 1000, body));
    return json({ MessageId: '1' });
  });
  const wakeUps = schedulerWakeUps({
    scheduler: new SchedulerClient(scheduler.client),
    sqs: new SQSClient({ ...sqs.client, md5: false }),
    clock,
    group: 'cantus',
    roleArn: 'arn:aws:iam::111122223333:role/scheduler',
    queueFor: () => Promise.resolve(`${sqs.endpoint}/111122223333/wake-ups`),
    deadLetterArn: 'arn:aws:sqs:eu-west-1:111122223333:dead-letters',
  });
  const whole = { ...world, wakeUps: forgivingWakeUps(wakeUps, (_, trouble) => troubles.push(trouble)) };
  const isDue = ({ at }: Waiting): boolean => at <= Date.parse(clock.now());
  const take = (): readonly string[] => {
    const fired = [...schedules].filter(([, waiting]) => isDue(waiting));
    for (const [id] of fired) schedules.delete(id);
    const delivered = queue.filter(isDue);
    queue.splice(0, Infinity, ...queue.filter((one) => !isDue(one)));
    return [...fired.map(([, { body }]) => body), ...delivered.map(({ body }) => body)];
  };
  return {
    world: whole,
    schedules,
    handedOver,
    troubles,
    fault: (fault) => {
      now = fault;
    },
    fire: async () => {
      const failed: unknown[] = [];
      for (const body of take()) {
        handedOver.push(body);
        await wakeEntry(whole, body).catch((error: unknown) => failed.push(error));
      }
      return failed;
    },
  };
};
