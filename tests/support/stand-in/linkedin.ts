/** LinkedIn on loopback: it lists an author's posts with their times, and refuses the same words twice. */
import * as z from 'zod';
import { shownText } from '../../../functions/channels/linkedin/little-text.ts';
import type { Provider } from '../../contract/connector/connector.ts';
import { removeFrom, reword } from './ledger.ts';
import { hasBearer } from './requests.ts';
import { standIn, type LedgerPost, type Request, type Route } from './stand-in.ts';

export const LINKEDIN_TOKEN = 'linkedin-token-of-harbour-tea';
const CommentPatch = z.object({
  patch: z.object({ message: z.object({ $set: z.object({ text: z.string() }) }) }),
});
const COMMENT = /^\/rest\/socialActions\/([^/]+)\/comments\/(\d+)$/u;
const commentIn = ([, thread = '', number = '']: RegExpExecArray): string =>
  `urn:li:comment:(${decodeURIComponent(thread)},${number})`;
/** Whoever touches a comment says as whom. */
const mayTouch = ({ query }: Request): boolean => query.get('actor') === 'urn:li:organization:77';
const Body = z.object({ author: z.string(), commentary: z.string() });
const Comment = z.object({ actor: z.string(), object: z.string(), message: z.object({ text: z.string() }) });
const Patch = z.object({ patch: z.object({ $set: z.object({ commentary: z.string() }) }) });
const refused = { status: 401, body: { message: 'Invalid access token', status: 401 } };

/** As LinkedIn says it: the message names the post, and the code stands below the details. */
const duplicateOf = (urn: string) => ({
  status: 422,
  body: {
    errorDetailType: 'com.linkedin.common.error.BadRequest',
    message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${urn}`,
    errorDetails: {
      inputErrors: [{ description: 'Duplicate post is detected', input: {}, code: 'DUPLICATE_POST' }],
    },
    status: 422,
  },
});

const shown = ({ id, text, at }: LedgerPost) => ({
  id,
  commentary: text,
  lifecycleState: 'PUBLISHED',
  createdAt: at,
  publishedAt: at,
});

/** A picture takes two looks, the id of a post comes in a header, and the same text again names the first post. */
const routesOf = (posts: LedgerPost[], url: () => string, now: () => number): readonly Route[] => {
  let looks = 0;
  return [
    {
      method: 'GET',
      path: /^\/v2\/userinfo$/u,
      answer: (request) =>
        hasBearer(request, LINKEDIN_TOKEN) ? { status: 200, body: { name: 'Harbour Tea' } } : refused,
    },
    {
      method: 'POST',
      path: /^\/rest\/images$/u,
      answer: () => ({
        status: 200,
        body: { value: { uploadUrl: `${url()}/upload/9`, image: 'urn:li:image:9' } },
      }),
    },
    { method: 'PUT', path: /^\/upload\/9$/u, answer: () => ({ status: 201 }) },
    {
      method: 'GET',
      path: /^\/rest\/images\/urn%3Ali%3Aimage%3A9$/u,
      answer: () => {
        looks += 1;
        return { status: 200, body: { status: looks < 3 ? 'PROCESSING' : 'AVAILABLE' } };
      },
    },
    {
      method: 'GET',
      path: /^\/rest\/socialActions\/([^/]+)\/comments$/u,
      answer: (_, [, post = '']) => ({
        status: 200,
        body: {
          elements: posts
            .filter(({ under }) => under === decodeURIComponent(post))
            .map(({ id, text }) => ({ commentUrn: id, message: { text } })),
        },
      }),
    },
    {
      method: 'POST',
      path: /^\/rest\/socialActions\/([^/]+)\/comments$/u,
      creates: true,
      answer: (request, [, post = '']) => {
        const under = decodeURIComponent(post);
        const id = `urn:li:comment:(${under},${posts.length})`;
        posts.push({ id, text: Comment.parse(request.json).message.text, at: 0, request, under });
        return { status: 201, body: { commentUrn: id } };
      },
    },
    {
      method: 'POST',
      path: COMMENT,
      creates: true,
      answer: (request, match) => {
        if (request.headers['x-restli-method'] !== 'PARTIAL_UPDATE') return { status: 400 };
        const { text } = CommentPatch.parse(request.json).patch.message.$set;
        return { status: mayTouch(request) && reword(posts, commentIn(match), text) ? 204 : 404 };
      },
    },
    {
      method: 'DELETE',
      path: COMMENT,
      creates: true,
      answer: (request, match) => ({
        status: mayTouch(request) && removeFrom(posts, commentIn(match)) ? 204 : 404,
      }),
    },
    {
      method: 'GET',
      path: /^\/rest\/posts$/u,
      answer: () => ({
        status: 200,
        body: { elements: posts.map(shown).toReversed() },
      }),
    },
    {
      method: 'GET',
      path: /^\/rest\/posts\/([^/]+)$/u,
      answer: (_, [, urn = '']) => {
        const post = posts.find(({ id }) => id === decodeURIComponent(urn));
        return post ? { status: 200, body: shown(post) } : { status: 404, body: { status: 404 } };
      },
    },
    {
      method: 'POST',
      path: /^\/rest\/posts\/([^/]+)$/u,
      creates: true,
      answer: ({ json, headers }, [, id = '']) => {
        if (headers['x-restli-method'] !== 'PARTIAL_UPDATE') return { status: 400 };
        const { commentary } = Patch.parse(json).patch.$set;
        return { status: reword(posts, decodeURIComponent(id), commentary) ? 204 : 404 };
      },
    },
    {
      method: 'DELETE',
      path: /^\/rest\/posts\/([^/]+)$/u,
      creates: true,
      answer: (_, [, id = '']) => {
        removeFrom(posts, decodeURIComponent(id));
        return { status: 204 };
      },
    },
    {
      method: 'POST',
      path: /^\/rest\/posts$/u,
      creates: true,
      answer: (request) => {
        const { commentary } = Body.parse(request.json);
        const before = posts.find(({ text }) => shownText(text) === shownText(commentary));
        if (before) return duplicateOf(before.id);
        const id = `urn:li:share:${7_000 + posts.length}`;
        posts.push({ id, text: commentary, at: now(), request });
        return { status: 201, headers: { 'x-restli-id': id } };
      },
    },
  ];
};

export interface LinkedinProvider extends Provider {
  readonly posts: () => LedgerPost[];
}

/** `now`: its own clock, in milliseconds since 1970. */
export const linkedinProvider = async (now: () => number): Promise<LinkedinProvider> => {
  const posts: LedgerPost[] = [];
  let url = '';
  const stand = await standIn(routesOf(posts, () => url, now));
  url = stand.url;
  return {
    standIn: stand,
    posts: () => posts,
    credentials: { owner: 'urn:li:organization:77', token: LINKEDIN_TOKEN },
    wrong: { owner: 'urn:li:organization:77', token: 'a-token-of-somebody-else' },
  };
};
