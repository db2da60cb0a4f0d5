/** The bus of facts that happened, and its archive, which can be replayed: replaying publishes nothing. */
import { Duration } from 'aws-cdk-lib/core';
import { EventBus as Bus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../functions/adapters/aws/names.ts';

export class EventBus extends Construct {
  readonly bus: Bus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new Bus(this, 'Bus');
    this.bus.archive('Archive', {
      description: 'What happened in Cantus',
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(365),
    });
  }
}
