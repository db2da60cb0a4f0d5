/** Which connector publishes for an account. */
import type { Account } from '../core/account.ts';
import type { Clock, PreviewFeed, Publisher } from '../ports.ts';
import { previewPublisher } from './preview/publish.ts';

/** Undefined where the account's channel has no live connector: its entries are held, never sent elsewhere. */
export const publisherOf = (
  account: Account,
  { feed, clock }: { readonly feed: PreviewFeed; readonly clock: Clock },
): Publisher | undefined => (account.mode === 'preview' ? previewPublisher(feed, clock) : undefined);
