/** What an answer says that was not the one hoped for: a refusal, or that nobody knows. */
import type { HttpAnswer } from '../../ports/http.ts';
import type { Redeemed } from '../../ports/sign-in.ts';
import { reasonOf } from '../publishing/answers.ts';

export type Failure = Exclude<Redeemed, { is: 'tokens' }>;

export const failed = (answer: HttpAnswer): Failure => {
  if (answer.is !== 'answered') return { is: 'unknown', reason: answer.reason };
  const { status } = answer;
  const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return { is: isFinal ? 'refused' : 'unknown', reason: reasonOf(answer) };
};
