/** Comments of Meta's Graph API: how Facebook and Instagram take a first comment under a post of the account's own. */
import * as z from 'zod';
import type { Given } from '../../ports/publisher.ts';
import { createOutcome, readJson, textIn } from './answers.ts';
import { graph, idIn } from './graph.ts';
import { foundAmong, saysTheSame } from './match.ts';
import { textOf, type Comments } from './parts.ts';

const PAGE = 50;
const Listed = z.object({ data: z.array(z.looseObject({ id: z.string() })) });

/**
 * `textField`: what the text of a comment is called where comments are listed. Both order and filter them, so that finding
 * none proves nothing.
 * https://developers.facebook.com/documentation/pages-api/comments-mentions (2026-04-16)
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-media/comments (2025-01-21)
 */
export const graphComments = (given: Given, textField: 'message' | 'text'): Comments => ({
  send: async (job, post) =>
    createOutcome(
      await graph(given, 'POST', `/${encodeURIComponent(post)}/comments`, { message: textOf(job) }),
      given.clock.now(),
      (json) => {
        const id = idIn(json);
        return id === undefined ? undefined : { externalId: id };
      },
    ),
  readBack: async (job, post) => {
    const path = `/${encodeURIComponent(post)}/comments?fields=id,${textField}&limit=${PAGE}`;
    const page = Listed.safeParse(readJson(await graph(given, 'GET', path))).data;
    const ours = (page?.data ?? []).filter((one) => saysTheSame(textIn(one[textField]), textOf(job)));
    return foundAmong(
      ours.map(({ id }) => ({ externalId: id })),
      { is: 'unknown', reason: 'The post does not show the comment; its comments may be filtered.' },
    );
  },
});
