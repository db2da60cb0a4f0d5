/** Threads: a container of text, picture or album, waited for, then published. */
import * as z from 'zod';
import type { Connector, Given } from '../../ports/publisher.ts';
import { containerPublisher, type ContainerApi } from '../publishing/containers.ts';
import { graphHealth } from '../publishing/graph.ts';
import { partOf } from '../publishing/pictures.ts';
import { refreshThreads } from './sign-in.ts';

const ownerOf = ({ credentials }: Given): string => encodeURIComponent(credentials['user'] ?? '');

/** https://developers.facebook.com/documentation/threads/posts (2026-04-14) */
const api = (urls: readonly string[]): ContainerApi => ({
  owner: ownerOf,
  makes: 'threads',
  publishes: 'threads_publish',
  lists: 'threads',
  statusField: 'status',
  textField: 'text',
  items: async ({ payload }) =>
    payload.media.length > 1
      ? payload.media.map(({ alt = '' }, index) => ({
          media_type: 'IMAGE',
          image_url: urls[index],
          is_carousel_item: true,
          ...(alt !== '' && { alt_text: alt }),
        }))
      : [],
  whole: (job, children) => {
    const text = partOf(job, 'text');
    if (children.length > 0) return { media_type: 'CAROUSEL', children, text };
    const [picture] = job.payload.media;
    if (picture === undefined) return { media_type: 'TEXT', text };
    const alt = picture.alt ?? '';
    return { media_type: 'IMAGE', image_url: urls[0], text, ...(alt !== '' && { alt_text: alt }) };
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
    token: z
      .string()
      .min(8)
      .meta({ description: 'An access token with threads_basic and threads_content_publish' }),
  }),
  connect: (given) => containerPublisher(given, api),
  refresh: refreshThreads,
  check: (given) => graphHealth(given, `/${ownerOf(given)}?fields=id,username`),
};
