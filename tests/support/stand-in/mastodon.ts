/** A Mastodon instance on loopback: it shows everything that was posted, and remembers a key for an hour. */
import * as z from 'zod';
import type { Provider } from '../../contract/connector/connector.ts';
import { removeFrom, reword } from './ledger.ts';
import { hasBearer } from './requests.ts';
import { standIn, type LedgerPost, type Request, type Route } from './stand-in.ts';

export const MASTODON_TOKEN = 'mastodon-token-of-harbour-tea';

const KEY_MILLISECONDS = 3_600_000;
const Edit = z.object({ status: z.string(), media_ids: z.array(z.string()) });
const Body = z.object({ status: z.string(), in_reply_to_id: z.string().optional() });

export interface Status extends LedgerPost {
  readonly key: string;
}

const refused = { status: 401, body: { error: 'The access token is invalid' } };

const shown = ({ id, text, at }: Status) => ({
  id,
  url: `https://harbour.social/@tea/${id}`,
  content: `<p>${text.replaceAll('&', '&amp;')}</p>`,
  created_at: new Date(at).toISOString(),
});

const olderThan = (statuses: readonly Status[], id: string | null): readonly Status[] =>
  id === null
    ? statuses
    : statuses.slice(
        0,
        statuses.findIndex((one) => one.id === id),
      );

/** Within the hour a key that was used answers with its first status. */
const keep = (statuses: Status[], request: Request, at: number): Status => {
  const key = String(request.headers['idempotency-key']);
  const before = statuses.find((status) => status.key === key && at - status.at < KEY_MILLISECONDS);
  if (before) return before;
  const { status: text, in_reply_to_id: under } = Body.parse(request.json);
  const status = { id: `1${statuses.length}`, key, text, at, request, under };
  statuses.push(status);
  return status;
};

/** `statusesOf`: those of the account that asks. `now`: the instance's own clock, in milliseconds since the epoch. Pictures take a moment. */
export const mastodonRoutes = (
  statusesOf: (request: Request) => Status[],
  now: (request: Request) => number,
): readonly Route[] => {
  const looked = new Map<string, number>();
  const isOurs = (request: Request): boolean => hasBearer(request, MASTODON_TOKEN);
  return [
    {
      method: 'GET',
      path: /^\/api\/v1\/accounts\/verify_credentials$/u,
      answer: (request) =>
        isOurs(request)
          ? { status: 200, body: { id: '7', acct: 'tea', statuses_count: statusesOf(request).length } }
          : refused,
    },
    {
      method: 'GET',
      path: /^\/api\/v1\/accounts\/7\/statuses$/u,
      answer: (request) => ({
        status: 200,
        body: olderThan(statusesOf(request), request.query.get('max_id'))
          .map(shown)
          .toReversed()
          .slice(0, Number(request.query.get('limit'))),
      }),
    },
    { method: 'POST', path: /^\/api\/v2\/media$/u, answer: () => ({ status: 202, body: { id: '500' } }) },
    {
      method: 'GET',
      path: /^\/api\/v1\/media\/(\d+)$/u,
      answer: (_, [, id = '']) => {
        looked.set(id, (looked.get(id) ?? 0) + 1);
        return { status: (looked.get(id) ?? 0) < 3 ? 206 : 200, body: { id } };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v1\/statuses\/(\d+)$/u,
      answer: (request, [, id]) => {
        const status = statusesOf(request).find((one) => one.id === id);
        return status
          ? { status: 200, body: { ...shown(status), media_attachments: [] } }
          : { status: 404, body: { error: 'Record not found' } };
      },
    },
    {
      method: 'PUT',
      path: /^\/api\/v1\/statuses\/(\d+)$/u,
      creates: true,
      answer: (request, [, id = '']) =>
        reword(statusesOf(request), id, Edit.parse(request.json).status)
          ? { status: 200, body: { id } }
          : { status: 404, body: { error: 'Record not found' } },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v1\/statuses\/(\d+)$/u,
      creates: true,
      answer: (request, [, id = '']) =>
        removeFrom(statusesOf(request), id)
          ? { status: 200, body: { id } }
          : { status: 404, body: { error: 'Record not found' } },
    },
    {
      method: 'POST',
      path: /^\/api\/v1\/statuses$/u,
      creates: true,
      answer: (request) =>
        isOurs(request)
          ? { status: 200, body: shown(keep(statusesOf(request), request, now(request))) }
          : refused,
    },
  ];
};

export const mastodonProvider = async (now: () => number): Promise<Provider> => {
  const statuses: Status[] = [];
  return {
    standIn: await standIn(mastodonRoutes(() => statuses, now)),
    posts: () => statuses,
    credentials: { server: 'https://harbour.social', token: MASTODON_TOKEN },
    wrong: { server: 'https://harbour.social', token: 'a-token-of-somebody-else' },
  };
};
