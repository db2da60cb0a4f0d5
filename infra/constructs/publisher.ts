/** The publisher: takes wake-ups from the queue; one that fails comes again alone, and at last goes to the dead letters. */
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { RunsUseCases } from './api.ts';
import { Handler } from './handler.ts';
import { grantUse } from './home.ts';
import { PUBLISHER_SECONDS } from './wake-ups.ts';

export class Publisher extends Construct {
  constructor(scope: Construct, id: string, { home, environment }: RunsUseCases) {
    super(scope, id);
    const handler = new Handler(this, 'Function', {
      handlers: home.handlers,
      name: 'publisher',
      does: 'Publishes the entries that wake up',
      seconds: PUBLISHER_SECONDS,
      memory: 1024,
      environment,
    });
    grantUse(home, handler);
    handler.addEventSource(
      new SqsEventSource(home.wakeUps.queue, {
        batchSize: 10,
        maxConcurrency: 50,
        reportBatchItemFailures: true,
      }),
    );
  }
}
