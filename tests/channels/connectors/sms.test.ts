import * as z from 'zod';
import { sms } from '../../../functions/channels/sms/publish.ts';
import { peopleContract } from '../../contract/connector/people.ts';
import { peopleStandIn } from '../../support/stand-in/people-stand-in.ts';
import type { Route } from '../../support/stand-in/stand-in.ts';

const Message = z.object({
  DestinationPhoneNumber: z.string(),
  OriginationIdentity: z.literal('+447700900000'),
  MessageBody: z.string(),
});
const KEY = 'AKIDHARBOURTEA123456';

/** The API's JSON protocol: one path, the operation in a header. */
const routesOf = (delivered: { to: string; text: string; id: string }[]): readonly Route[] => [
  {
    method: 'POST',
    path: /^\/$/u,
    creates: true,
    answer: ({ headers, json }) => {
      if (!String(headers.authorization).includes(KEY))
        return { status: 403, body: { __type: 'AccessDeniedException', Message: 'Not allowed' } };
      if (!String(headers['x-amz-target']).endsWith('.SendTextMessage'))
        return { status: 200, body: { AccountAttributes: [] } };
      const { DestinationPhoneNumber: to, MessageBody: text } = Message.parse(json);
      const id = `sms-${delivered.length}`;
      delivered.push({ to, text, id });
      return { status: 200, body: { MessageId: id } };
    },
  },
];

const credentials = {
  region: 'eu-central-1',
  accessKeyId: KEY,
  secretAccessKey: 'a secret of harbour tea',
  from: '+447700900000',
};

peopleContract({
  connector: sms,
  provider: () =>
    peopleStandIn(routesOf, { credentials, wrong: { ...credentials, accessKeyId: 'AKIDSOMEBODYELSE1234' } }),
  address: '+306912345678',
  payload: { parts: [{ field: 'text', text: 'Cold brew is back. Reply STOP to leave.' }] },
});
