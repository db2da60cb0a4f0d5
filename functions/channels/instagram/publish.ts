/** Instagram: a container of the picture or the album, waited for, then published. */
import * as z from 'zod';
import type { Connector, Given, Job } from '../../ports/publisher.ts';
import { containerPublisher, type ContainerApi } from '../publishing/containers.ts';
import { graphComments } from '../publishing/graph-comments.ts';
import { graphHealth, GRAPH_URL } from '../publishing/graph.ts';
import { textOf, withFirstComment } from '../publishing/parts.ts';

/** An address names a post by a short code, which the API does not take. */
const NO_ID = () => undefined;

const ownerOf = ({ credentials }: Given): string => encodeURIComponent(credentials['user'] ?? '');

const isStory = ({ payload }: Job): boolean => payload.format === 'story';

const isAlbum = ({ payload }: Job): boolean => payload.media.length > 1;

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media (2026-09-28) */
const api = (urls: readonly string[]): ContainerApi => ({
  owner: ownerOf,
  makes: 'media',
  publishes: 'media_publish',
  lists: (_job, given) => `/${ownerOf(given)}/media`,
  statusField: 'status_code',
  textField: 'caption',
  items: async (job) =>
    isAlbum(job)
      ? job.payload.media.map(({ alt = '' }, index) => ({
          image_url: urls[index],
          is_carousel_item: true,
          ...(alt !== '' && { alt_text: alt }),
        }))
      : [],
  whole: (job, children) => {
    const caption = textOf(job);
    if (children.length > 0) return { media_type: 'CAROUSEL', children, caption };
    if (isStory(job)) return { media_type: 'STORIES', image_url: urls[0] };
    const alt = job.payload.media[0]?.alt ?? '';
    return { image_url: urls[0], caption, ...(alt !== '' && { alt_text: alt }) };
  },
  isMute: isStory,
});

const withoutPicture = ({ payload }: Job): string | undefined =>
  payload.media.length === 0 ? 'Instagram takes no post without a picture.' : undefined;

export const instagram: Connector = {
  channel: 'instagram',
  baseUrl: GRAPH_URL,
  fetchesPictures: true,
  credentials: z.strictObject({
    user: z
      .string()
      .regex(/^\d{1,20}$/u, 'expected the number of the professional account')
      .meta({ description: 'The number of the professional account' }),
    token: z.string().min(8).meta({
      description:
        'An access token with instagram_basic, instagram_content_publish and, for first comments, instagram_manage_comments',
    }),
  }),
  connect: (given) =>
    withFirstComment(containerPublisher(given, api, withoutPicture), graphComments(given, 'text'), NO_ID),
  check: (given) => graphHealth(given, `/${ownerOf(given)}?fields=id,username`),
};
