/** Wake-ups by EventBridge Scheduler, to the second by the queue's own delay. */
import { createHash, randomUUID } from 'node:crypto';
import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
  type UpdateScheduleCommandInput,
} from '@aws-sdk/client-scheduler';
import { SendMessageCommand, type SendMessageCommandInput, type SQSClient } from '@aws-sdk/client-sqs';
import type { Clock, WakeUps } from '../../ports.ts';
import { wakeUpBody, wakeUpGroup, type WakeUp } from './wake-up.ts';

/** The URL of the queue that a wake-up of the instant goes to. */
export type QueueFor = (wakeUp: WakeUp, at: string) => Promise<string>;

export interface SchedulerHome {
  readonly scheduler: SchedulerClient;
  readonly sqs: SQSClient;
  readonly clock: Clock;
  readonly group: string;
  /** The role by which Scheduler sends to the queue. */
  readonly roleArn: string;
  readonly queueFor: QueueFor;
  readonly deadLetterArn: string;
}

/** A schedule fires anywhere within its minute, so it is set for the minute before. */
const AHEAD = 60_000;
/** Nearer than this a schedule could be made too late; the queue's delay does alone. */
const NEAR = 120_000;

/** Scheduler allows 64 characters of letters, digits, `-`, `_` and `.`; a key may be longer. */
export const scheduleName = ({ workspace, entry }: WakeUp): string =>
  `entry-${createHash('sha256').update(`${workspace}#${entry}`).digest('hex').slice(0, 48)}`;

const atExpression = (instant: number): string => `at(${new Date(instant).toISOString().slice(0, 19)})`;

/** Every wake-up names its workspace's group, so that the queue is a fair one. */
const messageOf = (queue: string, wakeUp: WakeUp) =>
  ({
    QueueUrl: queue,
    MessageBody: wakeUpBody(wakeUp),
    MessageGroupId: wakeUpGroup(wakeUp),
  }) satisfies SendMessageCommandInput;

/** The universal target: the templated one of SQS documents its group for FIFO queues alone. */
const sendMessageArn = ({ roleArn }: SchedulerHome): string => {
  const [, partition = 'aws'] = roleArn.split(':');
  return `arn:${partition}:scheduler:::aws-sdk:sqs:sendMessage`;
};

interface Coming {
  readonly wakeUp: WakeUp;
  readonly instant: number;
  readonly message: SendMessageCommandInput;
}

const scheduleOf = (
  home: SchedulerHome,
  { wakeUp, instant, message }: Coming,
): UpdateScheduleCommandInput => ({
  Name: scheduleName(wakeUp),
  GroupName: home.group,
  ScheduleExpression: atExpression(instant - AHEAD),
  ScheduleExpressionTimezone: 'UTC',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  // New for each asking, the same for the client's retries of it: an old token would answer for a schedule that is gone.
  ClientToken: randomUUID(),
  Target: {
    Arn: sendMessageArn(home),
    RoleArn: home.roleArn,
    Input: JSON.stringify(message),
    DeadLetterConfig: { Arn: home.deadLetterArn },
  },
});

/** Creates or moves. One that fires between the two calls is gone by the second, and made anew. */
async function upsert({ scheduler }: SchedulerHome, schedule: UpdateScheduleCommandInput): Promise<void> {
  const create = () => scheduler.send(new CreateScheduleCommand(schedule));
  try {
    await create();
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
    try {
      await scheduler.send(new UpdateScheduleCommand({ ...schedule, ClientToken: randomUUID() }));
    } catch (gone) {
      if (!(gone instanceof ResourceNotFoundException)) throw gone;
      await create();
    }
  }
}

async function remove({ scheduler, group }: SchedulerHome, wakeUp: WakeUp): Promise<void> {
  try {
    await scheduler.send(new DeleteScheduleCommand({ Name: scheduleName(wakeUp), GroupName: group }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}

async function sendSoon({ sqs }: SchedulerHome, message: SendMessageCommandInput, wait: number) {
  const DelaySeconds = Math.max(0, Math.ceil(wait / 1000));
  await sqs.send(new SendMessageCommand({ ...message, DelaySeconds }));
}

export const schedulerWakeUps = (home: SchedulerHome): WakeUps => ({
  async set(workspace, entry, at) {
    const wakeUp = { workspace, entry };
    const message = messageOf(await home.queueFor(wakeUp, at), wakeUp);
    const instant = Date.parse(at);
    const wait = instant - Date.parse(home.clock.now());
    if (wait >= NEAR) return upsert(home, scheduleOf(home, { wakeUp, instant, message }));
    await sendSoon(home, message, wait);
    await remove(home, wakeUp);
  },
  cancel: (workspace, entry) => remove(home, { workspace, entry }),
});
