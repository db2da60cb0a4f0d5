/** Hears what Amazon SNS posts to the address of an account only once it is believed, and answers a topic that wants to be confirmed. */
import { Refused } from '../../core/errors.ts';
import type { World } from '../../ports.ts';
import type { Posted } from '../../ports/topics.ts';
import { openLink } from './sealed-link.ts';

/** @throws Refused `not-found` for an address that is not ours, `forbidden` for what is not to be believed, `busy` where nobody can tell now. */
export const hearTopic = async (world: World, token: string, posted: Posted): Promise<void> => {
  // Before anything is fetched for whoever posted it.
  await openLink(world, 'inbound', token);
  const judged = await world.topics.judge(posted);
  if (judged.is === 'not-genuine') throw new Refused('forbidden', judged.reason);
  if (judged.is === 'unknown') throw new Refused('busy', judged.reason);
  if (posted.Type === 'SubscriptionConfirmation' && posted.SubscribeURL !== undefined)
    await world.http.call({ method: 'GET', url: posted.SubscribeURL });
};
