/** How an entry is woken: one-time schedules in a group of their own, and the two queues they send the entry's key to. */
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** The publisher's own limit, more than one post needs, and six times that before a message that it holds is shown to another. */
export const PUBLISHER_SECONDS = 180;
const SCHEDULER = 'scheduler.amazonaws.com';
const VISIBILITY = Duration.seconds(6 * PUBLISHER_SECONDS);

export class WakeUps extends Construct {
  readonly queue: Queue;
  /** Of workspaces with so much at once that others would wait behind them. */
  readonly busyQueue: Queue;
  readonly deadLetters: Queue;
  readonly group: ScheduleGroup;
  readonly role: Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = this.#queueOf('Queue');
    this.busyQueue = this.#queueOf('BusyQueue');
    // Its name is the stack's: kept, it would stand in the way of the stack's next making.
    this.group = new ScheduleGroup(this, 'Schedules', { removalPolicy: RemovalPolicy.DESTROY });
    this.role = this.#senderRole();
  }

  /** Lets the grantee set, move and cancel wake-ups. */
  grantSet(grantee: IGrantable): void {
    for (const queue of [this.queue, this.busyQueue]) queue.grantSendMessages(grantee);
    const { grantPrincipal } = grantee;
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': SCHEDULER } },
      }),
    );
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'],
        resources: [this.#schedules()],
      }),
    );
  }

  #queueOf(id: string): Queue {
    return new Queue(this, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: VISIBILITY,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }

  #schedules(): string {
    return Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${this.group.scheduleGroupName}/*`,
    });
  }

  /** Scheduler may send to the queues, for schedules of this group and account only. */
  #senderRole(): Role {
    const from = {
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 'aws:SourceArn': this.group.scheduleGroupArn },
    };
    const role = new Role(this, 'Sender', {
      assumedBy: new ServicePrincipal(SCHEDULER, { conditions: from }),
    });
    const resources = [this.queue, this.busyQueue, this.deadLetters].map(({ queueArn }) => queueArn);
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources }));
    return role;
  }
}
