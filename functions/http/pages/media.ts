/** A picture for a provider that fetches it: only by a signed address, and only while that is good. */
import type { Context } from 'hono';
import { typeOf } from '../../core/picture-type.ts';
import type { World } from '../env.ts';
import { problem } from '../problem.ts';

const SHA256 = /^[0-9a-f]{64}$/u;

export const mediaPage =
  ({ media, publicMedia }: World) =>
  async (c: Context): Promise<Response> => {
    const sha256 = c.req.param('sha256') ?? '';
    const { until = '', signature = '' } = c.req.query();
    const allowed = SHA256.test(sha256) && publicMedia.allows(sha256, until, signature);
    const bytes = allowed ? await media.get(sha256) : undefined;
    if (!bytes) return problem({ code: 'not-found', detail: 'There is nothing at this address.' });
    return new Response(Uint8Array.from(bytes), {
      headers: {
        'content-type': typeOf(bytes),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=3600',
      },
    });
  };
