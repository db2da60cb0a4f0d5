/** SMS: one text message to each addressee by AWS End User Messaging. */
import * as z from 'zod';
import type { PeopleConnector, PeopleGiven } from '../../ports/people-publisher.ts';
import type { TextsAccess } from '../../ports/texts.ts';
import { messageHealth, messageOutcome } from '../publishing/messages.ts';
import { partOf } from '../publishing/parts.ts';

const accessOf = ({ credentials, baseUrl }: PeopleGiven): TextsAccess => ({
  region: credentials['region'] ?? '',
  accessKeyId: credentials['accessKeyId'] ?? '',
  secretAccessKey: credentials['secretAccessKey'] ?? '',
  ...(baseUrl !== '' && { endpoint: baseUrl }),
});

export const sms: PeopleConnector = {
  channel: 'sms',
  baseUrl: '',
  linksBack: true,
  credentials: z.strictObject({
    region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/u, 'expected a region such as eu-central-1'),
    accessKeyId: z.string().min(16).max(128),
    secretAccessKey: z.string().min(16).max(256),
    from: z
      .string()
      .regex(/^[+A-Za-z0-9_:/-]{3,256}$/u, 'expected a number, a sender name or the ARN of a pool')
      .meta({ description: 'Whom messages are from: a number, a sender name, or a pool' }),
  }),
  connectPeople: (given) => ({
    prepare: () => Promise.resolve({ is: 'ready', checkpoint: 'text' }),
    sendOne: async (job, { address }) => {
      const message = { to: address, from: given.credentials['from'] ?? '', text: partOf(job, 'text') };
      return messageOutcome(await given.texts.send(accessOf(given), message), given.clock.now());
    },
  }),
  check: async (given) => messageHealth(await given.texts.check(accessOf(given))),
};
