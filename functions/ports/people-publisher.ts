/** How a channel that writes to people is published to: one message to one addressee at a time. */
import type { Gone } from '../core/addressee.ts';
import type { AddressHash } from '../core/ids.ts';
import type { Outcome } from '../core/entry.ts';
import type { Mail } from './mail.ts';
import type { ConnectorBase, Given, Job, Prepared } from './publisher.ts';
import type { Texts } from './texts.ts';

/** An e-mail as its variant reads, before it is anybody's. */
export interface RenderedLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface PeopleJob extends Job {
  /** For e-mail. */
  readonly letter?: RenderedLetter;
}

export interface Recipient {
  /** Never in a log, a reason or an event. */
  readonly address: string;
  readonly hash: AddressHash;
  readonly locale: string;
  /** Where one click takes them out of the audience. */
  readonly unsubscribe?: string;
}

/** What came of one message. Only `retry` is certain that nothing happened and that it may still. */
export type MessageOutcome =
  | Extract<Outcome, { is: 'published' | 'unconfirmed' }>
  /** `gone`: whoever writes there again will hear the same. */
  | (Extract<Outcome, { is: 'rejected' }> & { readonly gone?: Gone })
  /** `alone`: it is about this addressee, and says nothing of the others. */
  | (Extract<Outcome, { is: 'retry' }> & { readonly alone?: true });

/** `prepare` is repeatable and reaches nobody; `sendOne` makes exactly one call for exactly one addressee. */
export interface PeoplePublisher {
  readonly prepare: (job: PeopleJob) => Promise<Prepared>;
  readonly sendOne: (job: PeopleJob, to: Recipient) => Promise<MessageOutcome>;
}

export interface PeopleGiven extends Given {
  readonly mail: Mail;
  readonly texts: Texts;
}

export interface PeopleConnector extends ConnectorBase<PeopleGiven> {
  /** Whether its messages carry an address of ours, without which it cannot be connected. */
  readonly linksBack?: true;
  readonly connectPeople: (given: PeopleGiven) => PeoplePublisher;
}
