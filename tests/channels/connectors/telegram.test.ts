import * as z from 'zod';
import { expect, it } from 'vitest';
import { telegram } from '../../../functions/channels/telegram/publish.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { removeFrom, reword } from '../../support/stand-in/ledger.ts';
import { standIn, type LedgerPost, type Request, type Route } from '../../support/stand-in/stand-in.ts';

const TOKEN = '123456789:AAE-harbour-tea-token-of-the-bot';
const Message = z.object({ chat_id: z.string(), text: z.string() });
const Edit = z.object({ chat_id: z.literal('@harbourtea'), message_id: z.number(), text: z.string() });
const Delete = Edit.omit({ text: true });
const bad = (description: string) => ({
  status: 400,
  body: { ok: false, error_code: 400, description: `Bad Request: ${description}` },
});
const refused = { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } };

const captionOf = ({ body }: Request): string =>
  /name="caption"\r\n\r\n([^\r]*)/u.exec(body.toString('utf8'))?.[1] ?? '';

/** The Bot API: it keeps every message, and shows none again. */
const routesOf = (posts: LedgerPost[]): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/bot([^/]+)\/getMe$/u,
    answer: (_, [, token]) =>
      token === TOKEN
        ? { status: 200, body: { ok: true, result: { username: 'harbour_tea_bot' } } }
        : refused,
  },
  {
    method: 'POST',
    path: /^\/bot([^/]+)\/send(Message|Photo|MediaGroup)$/u,
    creates: true,
    answer: (request, [, token, kind]) => {
      if (token !== TOKEN) return refused;
      const text = kind === 'Message' ? Message.parse(request.json).text : captionOf(request);
      const id = String(posts.length + 41);
      posts.push({ id, text, at: 0, request });
      const message = { message_id: Number(id), chat: { username: 'harbourtea' } };
      return { status: 200, body: { ok: true, result: kind === 'MediaGroup' ? [message] : message } };
    },
  },
  {
    method: 'POST',
    path: /^\/bot([^/]+)\/editMessageText$/u,
    creates: true,
    answer: ({ json }) => {
      const { message_id, text } = Edit.parse(json);
      const post = posts.find(({ id }) => id === String(message_id));
      if (!post) return bad('message to edit not found');
      return reword(posts, post.id, text) && post.text !== text
        ? { status: 200, body: { ok: true, result: { message_id } } }
        : bad('message is not modified: specified new message content is exactly the same');
    },
  },
  {
    method: 'POST',
    path: /^\/bot([^/]+)\/deleteMessage$/u,
    creates: true,
    answer: ({ json }) =>
      removeFrom(posts, String(Delete.parse(json).message_id))
        ? { status: 200, body: { ok: true, result: true } }
        : bad('message to delete not found'),
  },
];

const provider = async (): Promise<Provider> => {
  const posts: LedgerPost[] = [];
  return {
    standIn: await standIn(routesOf(posts)),
    posts: () => posts,
    credentials: { token: TOKEN, chat: '@harbourtea' },
    wrong: { token: '987654321:AAE-a-token-of-nobody-at-all', chat: '@harbourtea' },
  };
};

connectorContract({ connector: telegram, provider, pictures: 'bare', readBack: 'none' });
correctionsContract({ connector: telegram, provider, kinds: ['amend', 'retract'] });

it.each([
  [{ token: 'nonsense', chat: '@harbourtea' }, 'token'],
  [{ token: TOKEN, chat: 'harbour tea' }, 'chat'],
])('does not take %j', (given, field) => {
  expect(telegram.credentials.safeParse(given).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
