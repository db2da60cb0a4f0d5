/** A status as a Mastodon instance shows it. */
import * as z from 'zod';
import type { Posted } from '../../ports/publisher.ts';

export const Status = z.object({
  id: z.string(),
  url: z.string().nullish(),
  content: z.string().default(''),
});

export const postedOf = ({ id, url }: z.infer<typeof Status>): Posted => ({
  externalId: id,
  ...(typeof url === 'string' && { url }),
});
