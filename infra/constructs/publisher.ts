/** The publisher: takes wake-ups from the queue; one that fails comes again alone, and at last goes to the dead letters. */
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import figures from '../figures.json' with { type: 'json' };
import type { PublishingLoad } from '../load.ts';
import type { RunsUseCases } from './api.ts';
import { Handler } from './handler.ts';
import { grantUse } from './home.ts';
import { PUBLISHER_SECONDS } from './wake-ups.ts';

export interface PublisherProps extends RunsUseCases {
  readonly load: PublishingLoad;
}

/** Dedicated pollers are there before a burst is; without them, the queue is read by a few more each second. */
const polling = {
  small: { batchSize: figures.small.batchSize, maxConcurrency: figures.small.atOnce },
  large: {
    batchSize: figures.large.batchSize,
    provisionedPollerConfig: {
      minimumPollers: figures.large.pollers,
      maximumPollers: figures.large.mostPollers,
    },
  },
} satisfies Record<PublishingLoad, SqsEventSourceProps>;

export class Publisher extends Construct {
  constructor(scope: Construct, id: string, { home, environment, load }: PublisherProps) {
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
      new SqsEventSource(home.wakeUps.queue, { ...polling[load], reportBatchItemFailures: true }),
    );
  }
}
