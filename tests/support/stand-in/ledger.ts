/** Changing a provider's ledger: a post is taken out, or says something else. */
import type { LedgerPost } from './stand-in.ts';

/** False when it is not there. */
export const removeFrom = (posts: LedgerPost[], id: string): boolean => {
  const at = posts.findIndex((post) => post.id === id);
  if (at >= 0) posts.splice(at, 1);
  return at >= 0;
};

/** False when it is not there. */
export const reword = (posts: LedgerPost[], id: string, text: string): boolean => {
  const at = posts.findIndex((post) => post.id === id);
  const post = posts[at];
  if (post) posts[at] = { ...post, text };
  return post !== undefined;
};
