/** The player of signs: it shows files by their names, and another in the place of one. */
import * as z from 'zod';
import type { Provider } from '../../contract/connector/connector.ts';
import { standIn, type LedgerPost } from './stand-in.ts';
import { WEBHOOK_SECRET } from './webhook.ts';

const Body = z.object({
  data: z.object({ entry: z.string(), parts: z.record(z.string(), z.string()) }),
  replaces: z.string().optional(),
});
const FILE = /^\/files\/([0-9a-f]{64})$/u;

export const playerProvider = async (): Promise<Provider> => {
  const files = new Map<string, LedgerPost>();
  const stand = await standIn([
    { method: 'GET', path: FILE, answer: (_, [, id = '']) => ({ status: files.has(id) ? 200 : 404 }) },
    {
      method: 'PUT',
      path: FILE,
      creates: true,
      answer: (request, [, id = '']) => {
        const { data, replaces } = Body.parse(request.json);
        if (replaces !== undefined && !files.delete(replaces) && !files.has(id)) return { status: 404 };
        files.set(id, { id, text: Object.values(data.parts).join('\n'), at: 0, under: data.entry, request });
        return { status: 204 };
      },
    },
    {
      method: 'DELETE',
      path: FILE,
      creates: true,
      answer: (_, [, id = '']) => ({ status: files.delete(id) ? 204 : 404 }),
    },
  ]);
  return {
    standIn: stand,
    posts: () => [...files.values()],
    credentials: { url: `${stand.url}/files`, secret: WEBHOOK_SECRET },
  };
};
