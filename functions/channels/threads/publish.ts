/** Threads: a container of text, picture or album, waited for, then published. */
import * as z from 'zod';
import type { Connector, Given } from '../../ports/publisher.ts';
import { containerPublisher, type ContainerApi } from '../publishing/containers.ts';
import { graphRetract } from '../publishing/graph-corrections.ts';
import { graphHealth } from '../publishing/graph.ts';
import { aboveOf, inThread, textOf } from '../publishing/parts.ts';
import { mediaOf } from '../publishing/pictures.ts';
import { refreshThreads } from './sign-in.ts';

/** An address names a post by a short code, which the API does not take. */
const NO_ID = () => undefined;

const ownerOf = ({ credentials }: Given): string => encodeURIComponent(credentials['user'] ?? '');

/**
 * https://developers.facebook.com/documentation/threads/posts (2026-04-14)
 * https://developers.facebook.com/documentation/threads/retrieve-and-manage-replies/create-replies (2025-12-22)
 */
const api = (urls: readonly string[]): ContainerApi => ({
  owner: ownerOf,
  makes: 'threads',
  publishes: 'threads_publish',
  lists: (job, given) => {
    const above = aboveOf(job, NO_ID);
    return above ? `/${above.parent}/replies` : `/${ownerOf(given)}/threads`;
  },
  statusField: 'status',
  textField: 'text',
  items: async (job) =>
    mediaOf(job).length > 1
      ? mediaOf(job).map(({ alt = '' }, index) => ({
          media_type: 'IMAGE',
          image_url: urls[index],
          is_carousel_item: true,
          ...(alt !== '' && { alt_text: alt }),
        }))
      : [],
  whole: (job, children) => {
    const above = aboveOf(job, NO_ID);
    const text = { text: textOf(job), ...(above && { reply_to_id: above.parent }) };
    if (children.length > 0) return { media_type: 'CAROUSEL', children, ...text };
    const [picture] = mediaOf(job);
    if (picture === undefined) return { media_type: 'TEXT', ...text };
    const alt = picture.alt ?? '';
    return { media_type: 'IMAGE', image_url: urls[0], ...text, ...(alt !== '' && { alt_text: alt }) };
  },
});

export const threads: Connector = {
  channel: 'threads',
  baseUrl: 'https://graph.threads.net/v1.0',
  fetchesPictures: true,
  credentials: z.strictObject({
    user: z
      .string()
      .regex(/^\d{1,20}$/u, 'expected the number of the Threads user')
      .meta({ description: 'The number of the Threads user' }),
    token: z.string().min(8).meta({
      description:
        'An access token with threads_basic, threads_content_publish and, to take posts back, threads_delete',
    }),
  }),
  connect: (given) => inThread({ ...containerPublisher(given, api), retract: graphRetract(given) }, NO_ID),
  renewsByItself: true,
  refresh: refreshThreads,
  check: (given) => graphHealth(given, `/${ownerOf(given)}?fields=id,username`),
};
