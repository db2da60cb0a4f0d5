/** LinkedIn's answer to words that the author has posted already: it names the post that is there, in its message. */
import * as z from 'zod';
import type { Outcome } from '../../core/entry.ts';
import type { HttpAnswer } from '../../ports/http.ts';
import { jsonOf, reasonOf } from '../publishing/answers.ts';

const CODE = 'DUPLICATE_POST';
const URN = /urn:li:(?:share|ugcPost|activity):\d{1,30}/u;

const InputError = z.object({ code: z.string().optional(), description: z.string().optional() });
const Refusal = z.object({
  message: z.string().optional(),
  code: z.string().optional(),
  errorDetails: z.object({ inputErrors: z.array(InputError).optional() }).optional(),
});

type Duplicate = Omit<Extract<Outcome, { is: 'unconfirmed' }>, 'is'>;

/**
 * Undefined for any other answer; `sameAs` is absent where it names no post.
 * https://github.com/Arisamiga/Linkedin-RSS/issues/5 (2023-12-14), https://github.com/ComposioHQ/composio/issues/2710 (2026-02-22)
 */
export function duplicateIn(answer: HttpAnswer): Duplicate | undefined {
  if (answer.is !== 'answered' || answer.status !== 422) return undefined;
  const { message = '', code, errorDetails } = Refusal.safeParse(jsonOf(answer.text)).data ?? {};
  const errors = errorDetails?.inputErrors ?? [];
  const codes = [code, ...errors.map((one) => one.code)];
  if (!codes.includes(CODE) && !answer.text.includes(CODE) && !/duplicate/iu.test(message)) return undefined;
  const sameAs = URN.exec([message, ...errors.map((one) => one.description), answer.text].join('\n'))?.[0];
  return { reason: reasonOf(answer), ...(sameAs !== undefined && { sameAs }) };
}
