/** Refusals: the product says no, and why. Anything else that is thrown is a bug. */
import type { DocumentProblem } from '../../brand-guide/schema/document-problem.ts';

export const REFUSAL_CODES = [
  // the request
  'invalid-input',
  'too-large',
  'not-signed-in',
  'too-many-attempts',
  'forbidden',
  'not-found',
  'precondition-required',
  'stale',
  'key-reused',
  'already-exists',
  'not-available-yet',
  // the states
  'not-in-this-state',
  'blocking-findings',
  'acknowledgement-needed',
  'own-work',
  'locale-not-yours',
  'not-approved',
  'approval-does-not-cover',
  'not-waivable',
  'same-as-live',
  // time
  'unknown-zone',
  'skipped-time',
  'repeated-time',
  'in-the-past',
  'gap',
  'cap',
  'quiet-hours',
  'no-free-slot',
  'offer-over',
  'embargo',
  'rights-expired',
  'paused',
  // the account
  'disconnected',
  'refused-by-provider',
  'sign-in-over',
  // the home
  'busy',
  'storage-full',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** One place in the input and what was expected there; a request has no lines. */
export type Problem = Pick<DocumentProblem, 'path' | 'message'> & Partial<DocumentProblem>;

/** Thrown when a rule of the product refuses; `details` is safe to show. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: RefusalCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Refuses input with every problem found in it. */
export const invalid = (message: string, problems: readonly Problem[]): Refused =>
  new Refused('invalid-input', message, { problems });
