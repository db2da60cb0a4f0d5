/** The sweep: each minute, one at a time, whatever a wake-up lost. */
import { Duration } from 'aws-cdk-lib/core';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import type { RunsUseCases } from './api.ts';
import { Handler } from './handler.ts';
import { grantUse } from './home.ts';

export class Sweep extends Construct {
  readonly handler: Handler;

  constructor(scope: Construct, id: string, { home, environment }: RunsUseCases) {
    super(scope, id);
    const handler = new Handler(this, 'Function', {
      handlers: home.handlers,
      name: 'sweep',
      does: 'Finds the entries whose wake-up was lost, and tells people what they should know',
      // What it begins in half of it ends in the other half; meanwhile no other sweep begins.
      seconds: 300,
      memory: 512,
      environment,
      atOnce: 1,
    });
    // Lambda would run a failed or throttled one again, for hours where each takes its minute; the next is a minute away.
    handler.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    grantUse(home, handler);
    this.handler = handler;
    new Schedule(this, 'EachMinute', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(handler, { retryAttempts: 0, maxEventAge: Duration.minutes(1) }),
    });
  }
}
