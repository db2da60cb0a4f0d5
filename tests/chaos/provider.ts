/** The provider, a process of its own: takes webhook posts, keeps them, and tells them at `/ledger`. */
import * as z from 'zod';
import { standIn } from '../support/stand-in/stand-in.ts';

const Body = z.object({ data: z.object({ entry: z.string(), revision: z.number() }) });
/** `at`: milliseconds since the epoch. */
const posts: (z.infer<typeof Body>['data'] & { readonly at: number })[] = [];

const provider = await standIn([
  { method: 'GET', path: /^\/hook$/u, answer: () => ({ status: 405 }) },
  { method: 'GET', path: /^\/ledger$/u, answer: () => ({ status: 200, body: posts }) },
  {
    method: 'POST',
    path: /^\/hook$/u,
    creates: true,
    answer: ({ json }) => {
      posts.push({ ...Body.parse(json).data, at: Date.now() });
      return { status: 204 };
    },
  },
]);
process.stdin.resume().once('end', () => process.exit());
console.log(`provider at ${provider.url} `);
