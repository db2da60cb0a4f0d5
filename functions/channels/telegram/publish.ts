/** Telegram: one message of a bot in a channel, with its pictures in the same call. */
import * as z from 'zod';
import type { HttpAnswer } from '../../ports/http.ts';
import type { Connector, Given, Health, Job, Posted, Prepared } from '../../ports/publisher.ts';
import { parseEntities, type ParsedText } from './entities.ts';
import { createOutcome, healthOf, readJson } from '../publishing/answers.ts';
import { textOf } from '../publishing/parts.ts';
import { picturesOf, type PictureBytes } from '../publishing/pictures.ts';
import { chatOf, telegramCall as call } from './publish-call.ts';
import { telegramCorrections } from './publish-corrections.ts';

const Message = z.object({
  message_id: z.number(),
  chat: z.object({ username: z.string().optional() }).optional(),
});
/** An album answers with one message a picture; the first carries the text. */
const Sent = z.object({ result: z.union([Message, z.array(Message).min(1)]) });
const Me = z.object({ result: z.object({ username: z.string() }) });

const postedOf = (json: unknown): Posted | undefined => {
  const result = Sent.safeParse(json).data?.result;
  const first = Array.isArray(result) ? result[0] : result;
  if (first === undefined) return undefined;
  const externalId = String(first.message_id);
  const name = first.chat?.username;
  return { externalId, ...(name !== undefined && { url: `https://t.me/${name}/${externalId}` }) };
};

/** Entities rather than a parse mode: a sign that marks nothing stays as it was typed. */
const sendMessage = (given: Given, { text, entities }: ParsedText): Promise<HttpAnswer> =>
  call(
    given,
    'sendMessage',
    JSON.stringify({ chat_id: chatOf(given), text, ...(entities.length > 0 && { entities }) }),
  );

const fileField = ({ bytes, type, file }: PictureBytes, name: string) => ({ name, value: bytes, type, file });

function sendPictures(
  given: Given,
  { text: caption, entities }: ParsedText,
  pictures: readonly PictureBytes[],
): Promise<HttpAnswer> {
  const marked = entities.length > 0;
  const chat = { name: 'chat_id', value: chatOf(given) };
  const [only, ...more] = pictures;
  if (only && more.length === 0)
    return call(given, 'sendPhoto', {
      form: [
        chat,
        { name: 'caption', value: caption },
        ...(marked ? [{ name: 'caption_entities', value: JSON.stringify(entities) }] : []),
        fileField(only, 'photo'),
      ],
    });
  const media = pictures.map((_, index) => ({
    type: 'photo',
    media: `attach://picture${index}`,
    ...(index === 0 && { caption, ...(marked && { caption_entities: entities }) }),
  }));
  return call(given, 'sendMediaGroup', {
    form: [
      chat,
      { name: 'media', value: JSON.stringify(media) },
      ...pictures.map((picture, index) => fileField(picture, `picture${index}`)),
    ],
  });
}

async function prepare(given: Given, job: Job): Promise<Prepared> {
  const pictures = await picturesOf(given, job);
  return 'is' in pictures ? pictures : { is: 'ready', checkpoint: String(pictures.length) };
}

async function send(given: Given, job: Job) {
  const pictures = await picturesOf(given, job);
  if ('is' in pictures) return pictures;
  const text = parseEntities(textOf(job));
  const answer = await (pictures.length === 0
    ? sendMessage(given, text)
    : sendPictures(given, text, pictures));
  return createOutcome(answer, given.clock.now(), postedOf);
}

/** An unknown bot is 401, a token that cannot be one 404. */
async function check(given: Given): Promise<Health> {
  const answer = await call(given, 'getMe');
  const me = Me.safeParse(readJson(answer)).data;
  return healthOf(answer, me && `@${me.result.username}`, [401, 404]);
}

export const telegram: Connector = {
  channel: 'telegram',
  baseUrl: 'https://api.telegram.org',
  credentials: z.strictObject({
    token: z
      .string()
      .regex(/^\d{5,20}:[\w-]{20,60}$/u, 'expected a bot token such as 123456:ABC-DEF…')
      .meta({ description: 'The token that BotFather gave for the bot' }),
    chat: z
      .string()
      .regex(/^(?:@\w{4,32}|-?\d{1,20})$/u, 'expected @name of the channel, or its number')
      .meta({ description: 'The channel, as @name or number; the bot is one of its administrators' }),
  }),
  connect: (given) => ({
    ...telegramCorrections(given),
    idempotency: 'none',
    prepare: (job) => prepare(given, job),
    send: (job) => send(given, job),
    readBack: () => Promise.resolve({ is: 'unknown', reason: 'A bot cannot read what a channel shows.' }),
  }),
  check,
};
