/** How entries are woken: schedules, the two queues that they send to, and the publisher of each. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import { VARIABLES } from '../../functions/adapters/aws/names.ts';
import { PUBLISHER_SECONDS } from '../../infra/constructs/wake-ups.ts';
import { template } from './cantus-stack.ts';

const matching = (logicalId: string) => Match.stringLikeRegexp(`^${logicalId}`);
const ref = (logicalId: string) => ({ Ref: matching(logicalId) });
const arn = (logicalId: string) => ({ 'Fn::GetAtt': [matching(logicalId), 'Arn'] });

const has = (type: string, properties: Readonly<Record<string, unknown>>) =>
  template.hasResourceProperties(type, properties);

describe('wake-ups', () => {
  it('go to queues that give up after five tries, with dead letters kept for 14 days', () => {
    const kept = {
      RedrivePolicy: { deadLetterTargetArn: arn('WakeUpsDeadLetters'), maxReceiveCount: 5 },
      VisibilityTimeout: 6 * PUBLISHER_SECONDS,
      SqsManagedSseEnabled: true,
    };
    template.resourcePropertiesCountIs('AWS::SQS::Queue', kept, 2);
    template.resourcePropertiesCountIs('AWS::SQS::Queue', { MessageRetentionPeriod: 14 * 86_400 }, 2);
  });

  it.each([
    ['WakeUpsQueue', 'PublisherFunction'],
    ['WakeUpsBusyQueue', 'BusyPublisherFunction'],
  ])('of %s feed %s, which gives back only the messages that failed', (queue, publisher) => {
    has('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: arn(queue),
      FunctionName: ref(publisher),
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 50 },
    });
  });

  it.each([
    ['Api', 'WakeUpsQueue'],
    ['Publisher', 'WakeUpsQueue'],
    ['Sweep', 'WakeUpsQueue'],
    ['BusyPublisher', 'WakeUpsBusyQueue'],
  ])('that %s sends wait in %s, or among the busy ones', (id, usual) => {
    has('AWS::Lambda::Function', {
      Role: arn(`${id}Function`),
      Environment: {
        Variables: {
          [VARIABLES.queueUrl]: ref(usual),
          [VARIABLES.busyQueueUrl]: ref('WakeUpsBusyQueue'),
        },
      },
    });
  });

  it('are standard messages, whose queues are fair by the groups that they name', () => {
    template.allResourcesProperties('AWS::SQS::Queue', { FifoQueue: Match.absent() });
  });

  it('have a schedule group, and a role that only its schedules may take', () => {
    template.resourceCountIs('AWS::Scheduler::ScheduleGroup', 1);
    template.hasResource('AWS::Scheduler::ScheduleGroup', { DeletionPolicy: 'Delete' });
    has('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'scheduler.amazonaws.com' },
            Condition: {
              StringEquals: {
                'aws:SourceAccount': { Ref: 'AWS::AccountId' },
                'aws:SourceArn': arn('WakeUpsSchedules'),
              },
            },
          },
        ],
      },
    });
  });

  it('that are lost are found each minute, one sweep at a time', () => {
    has('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      Target: { Arn: arn('SweepFunction'), RetryPolicy: { MaximumRetryAttempts: 0 } },
    });
    has('AWS::Lambda::EventInvokeConfig', {
      FunctionName: ref('SweepFunction'),
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
  });
});
