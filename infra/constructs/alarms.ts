/** Alarms: a letter in a dead-letter queue is somebody's post or event, and one is enough to tell. */
import { Duration } from 'aws-cdk-lib/core';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { deadLetters }: { readonly deadLetters: readonly Queue[] }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    for (const queue of deadLetters) this.#onFirstLetter(queue);
  }

  #onFirstLetter(queue: Queue): void {
    const depth = queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(1),
      statistic: 'Maximum',
    });
    depth
      .createAlarm(this, `${queue.node.scope?.node.id ?? ''}DeadLetters`, {
        alarmDescription: 'A letter is in a dead-letter queue',
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new SnsAction(this.topic));
  }
}
