/** What people answer to text messages, and what became of letters, as Amazon SNS posts it. */
import type { Context } from 'hono';
import * as z from 'zod';
import { hearTopic } from '../../use-cases/audience/hear-topic.ts';
import { heedFeedback } from '../../use-cases/audience/heed-feedback.ts';
import { stopByMessage } from '../../use-cases/audience/stop-by-message.ts';
import type { World } from '../env.ts';
import { feedbackIn } from './ses-feedback.ts';

const short = z.string().max(2000);
const maybe = z.exactOptional(short);

/** https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html (stored copy, 2026-11) */
const Posted = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: short,
  TopicArn: short,
  Message: z.string().max(256_000),
  Timestamp: short,
  Subject: maybe,
  Token: maybe,
  SubscribeURL: maybe,
  SignatureVersion: short,
  Signature: short,
  SigningCertURL: short,
});

/** https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html (stored copy, 2026-11) */
const Message = z.object({ originationNumber: z.string().max(40), messageBody: z.string().max(2000) });

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const heed = async (world: World, token: string, said: unknown): Promise<void> => {
  const message = Message.safeParse(said).data;
  if (message)
    await stopByMessage(world, { token, from: message.originationNumber, text: message.messageBody });
  const feedback = feedbackIn(said);
  if (feedback) await heedFeedback(world, { token, ...feedback });
};

/** Answers 204 to whatever it does not know, so that nothing is posted again and again. */
export const inboundAction =
  (world: World) =>
  async (c: Context): Promise<Response> => {
    const posted = Posted.safeParse(jsonOf(await c.req.text())).data;
    const token = c.req.param('token') ?? '';
    if (posted) await hearTopic(world, token, posted);
    if (posted?.Type === 'Notification') await heed(world, token, jsonOf(posted.Message));
    return c.body(null, 204);
  };
