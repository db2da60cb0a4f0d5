/** What came of a call that takes back or changes what is live: what is gone already is as good as gone. */
import type { HttpAnswer } from '../../ports/http.ts';
import { createOutcome, type CallOutcome } from './answers.ts';

type Answered = Extract<HttpAnswer, { is: 'answered' }>;

const isGone = ({ status }: Answered): boolean => status === 404 || status === 410;

const everything = (): boolean => true;

/** `says`: whether the JSON of a success says that it was done, where a success alone does not. */
export const amendOutcome = (
  answer: HttpAnswer,
  now: string,
  externalId: string,
  says: (json: unknown) => boolean = everything,
): CallOutcome => createOutcome(answer, now, (json) => (says(json) ? { externalId } : undefined));

/** `gone`: by what else than a 404 the provider says that there is nothing of this id. */
export const retractOutcome = (
  answer: HttpAnswer,
  now: string,
  externalId: string,
  {
    says = everything,
    gone = isGone,
  }: {
    readonly says?: (json: unknown) => boolean;
    readonly gone?: (answer: Answered) => boolean;
  } = {},
): CallOutcome =>
  answer.is === 'answered' && (isGone(answer) || gone(answer))
    ? { is: 'published', externalId }
    : amendOutcome(answer, now, externalId, says);
