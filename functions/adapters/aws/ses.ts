/** Amazon SES v2: one raw letter a call. It takes addresses in ASCII alone; names are in the letter itself. */
import { GetAccountCommand, SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { MailServer, MessageAnswer } from '../../ports/mail.ts';
import type { Composed } from '../composed-letter.ts';
import { answered, clientOptions } from './answered.ts';

type Ses = Extract<MailServer, { by: 'ses' }>;

export const sendBySes = (
  server: Ses,
  { raw, from, to }: Composed,
  seconds: number,
): Promise<MessageAnswer> =>
  answered(server, async () => {
    const client = new SESv2Client(clientOptions(server, seconds));
    const answer = await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [...to] },
        Content: { Raw: { Data: raw } },
      }),
    );
    return answer.MessageId;
  });

export const checkSes = (server: Ses, seconds: number): Promise<MessageAnswer> =>
  answered(server, async () => {
    const account = await new SESv2Client(clientOptions(server, seconds)).send(new GetAccountCommand());
    return account.SendingEnabled === false ? undefined : server.region;
  });
