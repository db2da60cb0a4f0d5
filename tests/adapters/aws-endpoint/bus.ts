/** A bus at the endpoint with an archive, and a consumer whose queue gets every event of ours. */
import {
  CreateArchiveCommand,
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  StartReplayCommand,
} from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import { EVENT_SOURCE } from '../../../functions/adapters/aws/names.ts';
import { CLIENT, fresh, given } from './endpoint.ts';
import { makeQueue, take } from './queues.ts';

export const events = new EventBridgeClient(CLIENT);

/** As a consumer gets it. */
const Heard = z.object({
  'detail-type': z.string(),
  source: z.string(),
  'replay-name': z.exactOptional(z.string()),
  detail: z.looseObject({ id: z.string(), workspace: z.string(), aggregate: z.string() }),
});
export type Heard = z.infer<typeof Heard>;

export interface HeardBus {
  readonly name: string;
  /** What the consumer got since it was last asked. */
  readonly heard: () => Promise<readonly Heard[]>;
  /** Hands out everything that was archived once more. */
  readonly replay: () => Promise<void>;
}

const OURS = JSON.stringify({ source: [EVENT_SOURCE] });
const LONG = 24 * 3600 * 1000;

export async function openBus(): Promise<HeardBus> {
  const name = fresh('cantus');
  const bus = given((await events.send(new CreateEventBusCommand({ Name: name }))).EventBusArn);
  const archived = new CreateArchiveCommand({
    ArchiveName: fresh('archive'),
    EventSourceArn: bus,
    EventPattern: OURS,
  });
  const archive = given((await events.send(archived)).ArchiveArn);
  const queue = await makeQueue('consumer');
  await events.send(new PutRuleCommand({ Name: 'ours', EventBusName: name, EventPattern: OURS }));
  const target = { Id: 'consumer', Arn: queue.arn };
  await events.send(new PutTargetsCommand({ Rule: 'ours', EventBusName: name, Targets: [target] }));
  return {
    name,
    heard: async () => (await take(queue)).map((body) => Heard.parse(JSON.parse(body))),
    replay: async () => {
      const replay = new StartReplayCommand({
        ReplayName: fresh('replay'),
        EventSourceArn: archive,
        EventStartTime: new Date(Date.now() - LONG),
        EventEndTime: new Date(Date.now() + LONG),
        Destination: { Arn: bus },
      });
      await events.send(replay);
    },
  };
}
