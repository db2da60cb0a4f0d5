/** How much of its time a function of Lambda has left: nothing is begun that would be cut off with an outcome that nobody knows. */
import type { Context } from 'aws-lambda';
import { CALL_TIMEOUT_SECONDS } from '../core/lease.ts';

/** What is read of a call's context. */
export type TimeLeft = Pick<Context, 'getRemainingTimeInMillis'>;

/** More than preparing a post and its call take. */
export const FOR_ONE_SECONDS = 2.5 * CALL_TIMEOUT_SECONDS;

/** Asked before each post: whether there is time for one more. */
export const beginsInTime =
  ({ getRemainingTimeInMillis }: TimeLeft) =>
  (): boolean =>
    getRemainingTimeInMillis() > FOR_ONE_SECONDS * 1000;
