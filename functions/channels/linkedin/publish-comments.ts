/** LinkedIn's comments: how a first comment gets under a post. */
import * as z from 'zod';
import type { Given } from '../../ports/publisher.ts';
import { createOutcome, readJson } from '../publishing/answers.ts';
import { foundAmong, saysTheSame } from '../publishing/match.ts';
import { textOf, type Comments } from '../publishing/parts.ts';
import { linkedinCall, ownerOf } from './publish-call.ts';

const PAGE = 50;
const Comment = z.object({ commentUrn: z.string() });
const Listed = z.object({
  elements: z.array(Comment.extend({ message: z.object({ text: z.string() }) })),
});

const pathOf = (post: string): string => `/rest/socialActions/${encodeURIComponent(post)}/comments`;

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api (li-lms-2025-01, stored copy): an answer that names no comment is read back */
export const linkedinComments = (given: Given): Comments => ({
  send: async (job, post) => {
    const body = JSON.stringify({ actor: ownerOf(given), object: post, message: { text: textOf(job) } });
    const answer = await linkedinCall(given, 'POST', pathOf(post), body);
    return createOutcome(answer, given.clock.now(), (json) => {
      const urn = Comment.safeParse(json).data?.commentUrn;
      return urn === undefined ? undefined : { externalId: urn };
    });
  },
  readBack: async (job, post) => {
    const path = `${pathOf(post)}?count=${PAGE}`;
    const page = Listed.safeParse(readJson(await linkedinCall(given, 'GET', path))).data;
    const ours = (page?.elements ?? []).filter(({ message }) => saysTheSame(message.text, textOf(job)));
    return foundAmong(
      ours.map(({ commentUrn }) => ({ externalId: commentUrn })),
      { is: 'unknown', reason: 'LinkedIn does not show the comment; its list may lag behind.' },
    );
  },
});
