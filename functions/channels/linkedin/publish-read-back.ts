/** What LinkedIn shows of an author's posts, and of one that it named as a duplicate's original. */
import * as z from 'zod';
import type { Given, Job, Posted, ReadBack } from '../../ports/publisher.ts';
import { readJson } from '../publishing/answers.ts';
import { foundAmong, madeSince, saysTheSame } from '../publishing/match.ts';
import { textOf } from '../publishing/parts.ts';
import { shownText } from './little-text.ts';
import { linkedinCall as call, ownerOf } from './publish-call.ts';

const PAGE = 50;

/** Times in milliseconds since 1970. */
const Post = z.object({
  id: z.string(),
  commentary: z.string().default(''),
  publishedAt: z.number().optional(),
  createdAt: z.number().optional(),
});
type Post = z.infer<typeof Post>;
const Posts = z.object({ elements: z.array(Post) });

export const postedOf = (urn: string): Posted => ({
  externalId: urn,
  url: `https://www.linkedin.com/feed/update/${urn}/`,
});

const named = async (given: Given, { entry: { outcome } }: Job): Promise<readonly Post[]> => {
  if (outcome?.is !== 'unconfirmed' || outcome.sameAs === undefined) return [];
  const answer = await call(given, 'GET', `/rest/posts/${encodeURIComponent(outcome.sameAs)}`);
  const post = Post.safeParse(readJson(answer)).data;
  return post ? [post] : [];
};

const listed = async (given: Given): Promise<readonly Post[]> => {
  const author = encodeURIComponent(ownerOf(given));
  const query = `author=${author}&q=author&count=${PAGE}&sortBy=CREATED`;
  return Posts.safeParse(readJson(await call(given, 'GET', `/rest/posts?${query}`))).data?.elements ?? [];
};

/** What does not say when it was made may be of any time. */
const mayBe = (job: Job, { commentary, publishedAt, createdAt }: Post): boolean =>
  (publishedAt ?? createdAt ?? 0) >= Date.parse(madeSince(job)) &&
  saysTheSame(shownText(commentary), textOf(job));

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api (stored copy, 2026-11) */
export async function readBack(given: Given, job: Job): Promise<ReadBack> {
  const posts = [...(await named(given, job)), ...(await listed(given))].filter((post) => mayBe(job, post));
  const ids = [...new Set(posts.map(({ id }) => id))];
  return foundAmong(ids.map(postedOf), {
    is: 'unknown',
    reason: 'LinkedIn does not show the post; its list may lag behind.',
  });
}
