/** AWS End User Messaging: one text message a call. */
import {
  DescribeAccountAttributesCommand,
  PinpointSMSVoiceV2Client,
  SendTextMessageCommand,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { Texts } from '../../ports/texts.ts';
import { answered, clientOptions } from './answered.ts';

/** Below what a lease keeps back for a call. */
const SECONDS = 55;

export const endUserMessaging = (seconds = SECONDS): Texts => ({
  send: (access, { to, from, text }) =>
    answered(access, async () => {
      const client = new PinpointSMSVoiceV2Client(clientOptions(access, seconds));
      const answer = await client.send(
        new SendTextMessageCommand({
          DestinationPhoneNumber: to,
          OriginationIdentity: from,
          MessageBody: text,
          MessageType: 'PROMOTIONAL',
        }),
      );
      return answer.MessageId;
    }),
  check: (access) =>
    answered(access, async () => {
      await new PinpointSMSVoiceV2Client(clientOptions(access, seconds)).send(
        new DescribeAccountAttributesCommand({}),
      );
      return access.region;
    }),
});
