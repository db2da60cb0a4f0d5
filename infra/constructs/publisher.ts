/** The publishers: each takes wake-ups from its queue; one that fails comes again alone, and at last goes to the dead letters. */
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { VARIABLES } from '../../functions/adapters/aws/names.ts';
import figures from '../figures.json' with { type: 'json' };
import type { PublishingLoad } from '../load.ts';
import type { RunsUseCases } from './api.ts';
import { Handler } from './handler.ts';
import { grantUse } from './home.ts';
import { PUBLISHER_SECONDS } from './wake-ups.ts';

export interface PublishersProps extends RunsUseCases {
  readonly load: PublishingLoad;
}

interface PublisherProps extends RunsUseCases {
  readonly queue: Queue;
  readonly does: string;
  readonly polling: SqsEventSourceProps;
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

/** What is busy may take longer. */
const busyPolling: SqsEventSourceProps = {
  batchSize: figures.busy.batchSize,
  maxConcurrency: figures.busy.atOnce,
};

class Publisher extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { home, environment, queue, does, polling: read }: PublisherProps,
  ) {
    super(scope, id);
    const handler = new Handler(this, 'Function', {
      handlers: home.handlers,
      name: 'publisher',
      does,
      seconds: PUBLISHER_SECONDS,
      memory: 1024,
      environment,
    });
    grantUse(home, handler);
    handler.addEventSource(new SqsEventSource(queue, { ...read, reportBatchItemFailures: true }));
  }
}

/** The busy queue's publisher takes it for the usual one, so that whatever it wakes again stays there. */
export function addPublishers(scope: Construct, { home, environment, load }: PublishersProps): void {
  const { queue, busyQueue } = home.wakeUps;
  new Publisher(scope, 'Publisher', {
    home,
    environment,
    queue,
    does: 'Publishes the entries that wake up',
    polling: polling[load],
  });
  new Publisher(scope, 'BusyPublisher', {
    home,
    environment: { ...environment, [VARIABLES.queueUrl]: busyQueue.queueUrl },
    queue: busyQueue,
    does: 'Publishes the entries of busy workspaces',
    polling: busyPolling,
  });
}
