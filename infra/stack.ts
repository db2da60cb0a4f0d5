/** Cantus on AWS: the table and its stream, the API, the publisher with its wake-ups, the bus, and who may do what. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { LINKEDIN_VERSION, MAIL_FROM, PUBLIC_URL, SNS_TOPICS } from '../functions/adapters/aws/names.ts';
import { Alarms } from './constructs/alarms.ts';
import { Api } from './constructs/api.ts';
import { Buckets } from './constructs/buckets.ts';
import { Clients } from './constructs/clients.ts';
import { DataTable } from './constructs/data-table.ts';
import { EventBus } from './constructs/event-bus.ts';
import { environmentOf, type Home } from './constructs/home.ts';
import { grantLetters } from './constructs/letters.ts';
import { Outbox } from './constructs/outbox.ts';
import { People } from './constructs/people.ts';
import { addPublishers } from './constructs/publisher.ts';
import { SecretsKey } from './constructs/secrets-key.ts';
import { Sweep } from './constructs/sweep.ts';
import { WakeUps } from './constructs/wake-ups.ts';
import type { PublishingLoad } from './load.ts';

export interface CantusStackProps extends StackProps {
  /** The folder of the bundled handlers, one folder each. */
  readonly handlers: string;
  /** The model on Amazon Bedrock that may write texts anew: its id or its ARN. None where absent. */
  readonly rewriterModel?: string;
  /** Who the installation's own letters are from, an identity of SES: `Cantus <cantus@tea.example>`. No letters where absent. */
  readonly mailFrom?: string;
  /** `small` where absent. What each is good for and costs: `COST.md`. */
  readonly load?: PublishingLoad;
  /** ARNs of the topics that bring what people answer to text messages, with commas between them. */
  readonly snsTopics?: string;
  /** An https address of one's own that leads to the API, such as https://cantus.tea.example; the API's own where absent. */
  readonly publicUrl?: string;
  /** Of LinkedIn's API, such as 202609; the one that Cantus knows where absent. */
  readonly linkedinVersion?: string;
}

interface Chosen {
  readonly mailFrom: string | undefined;
  readonly snsTopics: string | undefined;
  readonly linkedinVersion: string | undefined;
}

/** What whoever deploys it says of the functions' variables. */
const chosen = ({ mailFrom, snsTopics, linkedinVersion }: Chosen): Readonly<Record<string, string>> => ({
  ...(mailFrom !== undefined && { [MAIL_FROM]: mailFrom }),
  ...(snsTopics !== undefined && { [SNS_TOPICS]: snsTopics }),
  ...(linkedinVersion !== undefined && { [LINKEDIN_VERSION]: linkedinVersion }),
});

export class CantusStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { handlers, rewriterModel, publicUrl, ...given }: CantusStackProps,
  ) {
    const { mailFrom, snsTopics, linkedinVersion, load = 'small', ...props } = given;
    super(scope, id, props);
    const { table } = new DataTable(this, 'Data', { load });
    const wakeUps = new WakeUps(this, 'WakeUps');
    const buckets = new Buckets(this, 'Buckets');
    const people = new People(this, 'People');
    const secrets = new SecretsKey(this, 'Secrets');
    const clients = new Clients(this, 'Clients');

    const home: Home = { handlers, table, wakeUps, buckets, people, secrets, clients };
    const environment = { ...environmentOf(home), ...chosen({ mailFrom, snsTopics, linkedinVersion }) };
    const api = new Api(this, 'Api', {
      home,
      environment,
      ...(rewriterModel !== undefined && { rewriterModel }),
      ...(publicUrl !== undefined && { publicUrl }),
    });
    const reached = { ...environment, [PUBLIC_URL]: api.publicUrl };
    addPublishers(this, { home, environment: reached, load });
    const sweep = new Sweep(this, 'Sweep', { home, environment: reached });
    if (mailFrom !== undefined) grantLetters(sweep.handler, mailFrom);

    const { bus } = new EventBus(this, 'Events');
    const outbox = new Outbox(this, 'Outbox', { handlers, table, buckets, bus });
    const alarms = new Alarms(this, 'Alarms', {
      deadLetters: [wakeUps.deadLetters, outbox.deadLetters],
      wakeUps: { WakeUps: wakeUps.queue, BusyWakeUps: wakeUps.busyQueue },
      sweep: sweep.handler,
      outbox: outbox.handler,
    });

    new CfnOutput(this, 'Url', { value: api.url });
    new CfnOutput(this, 'ClientsSecret', { value: clients.secret.secretArn });
    new CfnOutput(this, 'AlarmTopic', { value: alarms.topic.topicArn });
  }
}
