import { createHash } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import { inStoreSign } from '../../../functions/channels/in-store-sign/publish.ts';
import { webBanner } from '../../../functions/channels/web-banner/publish.ts';
import { instantOf } from '../../../functions/core/instant.ts';
import { canonicalJson } from '../../../functions/core/payload.ts';
import { connectorContract, type Provider } from '../../contract/connector/connector.ts';
import { correctionsContract } from '../../contract/connector/corrections.ts';
import { standIn, type LedgerPost, type Request, type Route } from '../../support/stand-in/stand-in.ts';

const SECRET = `whsec_${Buffer.from('a secret of harbour tea, 32 bytes').toString('base64')}`;
const Body = z.object({
  type: z.enum(['file.due', 'file.amended']),
  data: z.object({ parts: z.record(z.string(), z.string()) }),
  replaces: z.string().optional(),
});
const Named = z.object({ data: z.unknown() });

const isSigned = ({ headers, body }: Request): boolean => {
  try {
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const verified: unknown = new Webhook(SECRET).verify(
      body.length === 0 ? '' : body.toString('utf8'),
      given,
    );
    return verified !== null;
  } catch (error) {
    // The library reads the body as JSON after it has verified it, and a GET has none.
    return error instanceof SyntaxError;
  }
};

/** Takes a file only under the hash of what it says, signed. */
const routesOf = (files: Map<string, LedgerPost>): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/files\/([0-9a-f]{64})$/u,
    answer: (request, [, id = '']) => {
      if (!isSigned(request)) return { status: 401 };
      return files.has(id) ? { status: 200 } : { status: 404 };
    },
  },
  {
    method: 'DELETE',
    path: /^\/files\/([0-9a-f]{64})$/u,
    creates: true,
    answer: (request, [, id = '']) => {
      if (!isSigned(request)) return { status: 401 };
      return { status: files.delete(id) ? 204 : 404 };
    },
  },
  {
    method: 'PUT',
    path: /^\/files\/([0-9a-f]{64})$/u,
    creates: true,
    answer: (request, [, id = '']) => {
      if (!isSigned(request)) return { status: 401 };
      const { data } = Named.parse(request.json);
      if (createHash('sha256').update(canonicalJson(data)).digest('hex') !== id) return { status: 400 };
      const { type, data: shown, replaces } = Body.parse(request.json);
      if ((type === 'file.amended') !== (replaces !== undefined)) return { status: 400 };
      // What is shown in the place of nothing, and is not there itself, is nothing that was amended.
      if (replaces !== undefined && !files.delete(replaces) && !files.has(id)) return { status: 404 };
      const { parts } = shown;
      files.set(id, { id, text: parts['text'] ?? '', at: 0, request });
      return { status: 204 };
    },
  },
];

const provider = async (): Promise<Provider> => {
  const files = new Map<string, LedgerPost>();
  const stand = await standIn(routesOf(files));
  const credentials = { url: `${stand.url}/files`, secret: SECRET };
  const standing = { ...stand, url: `${stand.url}/files` };
  return {
    standIn: standing,
    posts: () => [...files.values()],
    credentials,
    wrong: { ...credentials, secret: `whsec_${Buffer.alloc(32).toString('base64')}` },
  };
};

const now = instantOf(Date.now());
for (const connector of [inStoreSign, webBanner]) {
  connectorContract({ connector, provider, pictures: 'described', readBack: 'certain', now });
  correctionsContract({ connector, provider, kinds: ['amend', 'retract'], now });
}
