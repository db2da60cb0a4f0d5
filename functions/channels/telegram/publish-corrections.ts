/** Telegram: a message's text or caption is edited, or the message deleted; an album is several messages, of which one is known. */
import type { HttpAnswer } from '../../ports/http.ts';
import type { CorrectingCall, Given, Publisher } from '../../ports/publisher.ts';
import { amendOutcome, retractOutcome } from '../publishing/corrected.ts';
import { textOf } from '../publishing/parts.ts';
import { parseEntities } from './entities.ts';
import { chatOf, telegramCall } from './publish-call.ts';

const says = (answer: HttpAnswer, words: RegExp): boolean =>
  answer.is === 'answered' && answer.status === 400 && words.test(answer.text);

const messageOf = (given: Given, id: string) => ({ chat_id: chatOf(given), message_id: Number(id) });

const amend =
  (given: Given): CorrectingCall =>
  async (job, id) => {
    const { text, entities } = parseEntities(textOf(job));
    const isCaption = job.payload.media.length > 0;
    const [method, said] = isCaption
      ? (['editMessageCaption', { caption: text, caption_entities: entities }] as const)
      : (['editMessageText', { text, entities }] as const);
    const answer = await telegramCall(given, method, JSON.stringify({ ...messageOf(given, id), ...said }));
    return says(answer, /message is not modified/u)
      ? { is: 'published', externalId: id }
      : amendOutcome(answer, given.clock.now(), id);
  };

const ALBUM = {
  is: 'handed-off',
  reason: 'Telegram keeps an album as several messages, of which only the first is known.',
} as const;

const retract =
  (given: Given): CorrectingCall =>
  async (job, id) => {
    if (job.payload.media.length > 1) return ALBUM;
    const answer = await telegramCall(given, 'deleteMessage', JSON.stringify(messageOf(given, id)));
    const gone = says(answer, /message to delete not found/u);
    return retractOutcome(answer, given.clock.now(), id, { gone: () => gone });
  };

/** https://core.telegram.org/bots/api (10.1, 2026-06-11) */
export const telegramCorrections = (given: Given): Pick<Publisher, 'amend' | 'amends' | 'retract'> => ({
  amend: amend(given),
  amends: 'text',
  retract: retract(given),
});
