/** Alarms: a letter in a dead-letter queue, posts that wait, events that wait, and a sweep that stands still. */
import { Aws, Duration, Stack } from 'aws-cdk-lib/core';
import {
  type Alarm,
  ComparisonOperator,
  type CreateAlarmOptions,
  MathExpression,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface AlarmsProps {
  readonly deadLetters: readonly Queue[];
  /** By what their alarms are called after. */
  readonly wakeUps: Readonly<Record<string, Queue>>;
  readonly sweep: Function;
  readonly outbox: Function;
}

/** Longer than any delay that a wake-up is given. */
const WAITS = Duration.minutes(5);
const EACH_MINUTE = { period: Duration.minutes(1), statistic: 'Maximum' } as const;
const FROM_THRESHOLD = {
  evaluationPeriods: 1,
  comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  treatMissingData: TreatMissingData.NOT_BREACHING,
};

export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { deadLetters, wakeUps, sweep, outbox }: AlarmsProps) {
    super(scope, id);
    this.topic = this.#topic();
    for (const queue of deadLetters) this.#onFirstLetter(queue);
    for (const [name, queue] of Object.entries(wakeUps))
      this.#on(`${name}Wait`, queue.metricApproximateAgeOfOldestMessage(EACH_MINUTE), {
        ...FROM_THRESHOLD,
        alarmDescription: `${name} wait: posts are late`,
        threshold: WAITS.toSeconds(),
      });
    this.#on('EventsWait', outbox.metric('IteratorAge', EACH_MINUTE), {
      ...FROM_THRESHOLD,
      alarmDescription: 'Events wait to reach the bus',
      threshold: WAITS.toMilliseconds(),
    });
    this.#whileStill(sweep);
  }

  /** A policy of its own takes the place of the default one, by which alarms may publish. */
  #topic(): Topic {
    const topic = new Topic(this, 'Topic', { enforceSSL: true });
    const alarms = Stack.of(this).formatArn({ service: 'cloudwatch', resource: 'alarm:*' });
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
    return topic;
  }

  #on(id: string, metric: Metric | MathExpression, options: CreateAlarmOptions): Alarm {
    const alarm = metric.createAlarm(this, id, options);
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }

  #onFirstLetter(queue: Queue): void {
    const depth = queue.metricApproximateNumberOfMessagesVisible(EACH_MINUTE);
    this.#on(`${queue.node.scope?.node.id ?? ''}DeadLetters`, depth, {
      ...FROM_THRESHOLD,
      alarmDescription: 'A letter is in a dead-letter queue',
      threshold: 1,
    });
  }

  /** Each minute without a sweep that came to its end counts, also one without any sweep. */
  #whileStill(sweep: Function): void {
    const ended = new MathExpression({
      expression: 'FILL(begun, 0) - FILL(broken, 0)',
      period: Duration.minutes(1),
      usingMetrics: {
        begun: sweep.metricInvocations({ statistic: 'Sum' }),
        broken: sweep.metricErrors({ statistic: 'Sum' }),
      },
    });
    this.#on('SweepStill', ended, {
      alarmDescription: 'No sweep came to its end for five minutes',
      threshold: 1,
      evaluationPeriods: 5,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
