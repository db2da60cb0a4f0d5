/** Who is told when posts, events or letters are stuck. */
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { template } from './cantus-stack.ts';

const matching = (logicalId: string) => Match.stringLikeRegexp(`^${logicalId}`);
const ref = (logicalId: string) => ({ Ref: matching(logicalId) });
const queueName = (queue: string) => ({ 'Fn::GetAtt': [matching(queue), 'QueueName'] });
const TOLD = { AlarmActions: [ref('AlarmsTopic')] };

const hasAlarm = (properties: Readonly<Record<string, unknown>>) =>
  template.hasResourceProperties('AWS::CloudWatch::Alarm', { ...properties, ...TOLD });

describe('an alarm sounds', () => {
  it.each(['WakeUpsDeadLetters', 'OutboxDeadLetters'])('at the first letter in %s', (queue) => {
    hasAlarm({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: queueName(queue) }],
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  it.each(['WakeUpsQueue', 'WakeUpsBusyQueue'])('when a wake-up waits in %s for five minutes', (queue) => {
    hasAlarm({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Dimensions: [{ Name: 'QueueName', Value: queueName(queue) }],
      Threshold: 300,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  it('when an event waits for five minutes', () => {
    hasAlarm({
      Namespace: 'AWS/Lambda',
      MetricName: 'IteratorAge',
      Dimensions: [{ Name: 'FunctionName', Value: ref('OutboxFunction') }],
      Threshold: 300_000,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  it('when no sweep came to its end for five minutes, even if none began', () => {
    const ofSweep = (name: string) =>
      Match.objectLike({
        MetricStat: Match.objectLike({
          Stat: 'Sum',
          Metric: Match.objectLike({
            MetricName: name,
            Dimensions: [{ Name: 'FunctionName', Value: ref('SweepFunction') }],
          }),
        }),
      });
    hasAlarm({
      Metrics: Match.arrayWith([ofSweep('Invocations'), ofSweep('Errors')]),
      EvaluationPeriods: 5,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });
});

describe('the topic', () => {
  it('lets alarms of this account publish, which a policy of its own would else forbid', () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: 'sns:Publish',
            Condition: {
              StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
              ArnLike: { 'aws:SourceArn': Match.anyValue() },
            },
          }),
        ]),
      },
      Topics: [ref('AlarmsTopic')],
    });
  });

  it('is named by the stack, and every alarm tells it', () => {
    template.hasOutput('AlarmTopic', { Value: ref('AlarmsTopic') });
    const alarms = Object.keys(template.findResources('AWS::CloudWatch::Alarm', { Properties: TOLD }));
    expect(alarms).toHaveLength(6);
  });
});
