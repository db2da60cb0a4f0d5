/** What people answer to text messages, and what became of letters, as Amazon SNS posts it. */
import type { Context } from 'hono';
import * as z from 'zod';
import { heedFeedback } from '../../use-cases/audience/heed-feedback.ts';
import { stopByMessage } from '../../use-cases/audience/stop-by-message.ts';
import type { World } from '../env.ts';
import { feedbackIn } from './ses-feedback.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html (stored copy, 2026-11) */
const Posted = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('Notification'), Message: z.string().max(256_000) }),
  z.object({ Type: z.literal('SubscriptionConfirmation'), SubscribeURL: z.url() }),
  z.object({ Type: z.literal('UnsubscribeConfirmation') }),
]);

/** https://docs.aws.amazon.com/sms-voice/latest/userguide/two-way-sms-payload.html (stored copy, 2026-11) */
const Message = z.object({ originationNumber: z.string().max(40), messageBody: z.string().max(2000) });

/** Linear: a host of the one service that may ask us to confirm. */
const SNS_HOST = /^sns\.[a-z0-9-]{1,40}\.amazonaws\.com(?:\.cn)?$/u;

const isOfSns = (url: string): boolean => {
  const { protocol, host } = new URL(url);
  return protocol === 'https:' && SNS_HOST.test(host);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Answers 204 to whatever it does not know, so that nothing is posted again and again. */
export const inboundAction =
  (world: World) =>
  async (c: Context): Promise<Response> => {
    const posted = Posted.safeParse(jsonOf(await c.req.text())).data;
    if (posted?.Type === 'SubscriptionConfirmation' && isOfSns(posted.SubscribeURL))
      await world.http.call({ method: 'GET', url: posted.SubscribeURL });
    const said = posted?.Type === 'Notification' ? jsonOf(posted.Message) : undefined;
    const token = c.req.param('token') ?? '';
    const message = Message.safeParse(said).data;
    if (message)
      await stopByMessage(world, { token, from: message.originationNumber, text: message.messageBody });
    const feedback = feedbackIn(said);
    if (feedback) await heedFeedback(world, { token, ...feedback });
    return c.body(null, 204);
  };
