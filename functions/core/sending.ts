/** One message of an entry to one addressee: the intent that precedes the call, and what came of it. */

export const SENDING_STATES = [
  'intended',
  'sent',
  'waiting',
  'rejected',
  'suppressed',
  'unconfirmed',
] as const;
export type SendingState = (typeof SENDING_STATES)[number];

export interface Sending {
  readonly state: SendingState;
  /** Of the entry, when it was last tried. */
  readonly attempt: number;
  readonly at: string;
  readonly externalId?: string;
  /** Without the address. */
  readonly reason?: string;
  /** Of one who waits: how often it was put off, and when they are asked again. */
  readonly tries?: number;
  readonly after?: string;
}

/** How many addressees of an entry came to what. */
export interface SendingCounts {
  readonly sent: number;
  readonly rejected: number;
  readonly suppressed: number;
  readonly unconfirmed: number;
  /** Of whom the provider asked for patience; they are tried again. Absent where there are none. */
  readonly waiting?: number;
}

export const NOBODY: SendingCounts = { sent: 0, rejected: 0, suppressed: 0, unconfirmed: 0 };

/** An intent without an outcome counts as unconfirmed: whoever made it is gone, or not back yet. */
export const counted = (counts: SendingCounts, { state }: Sending): SendingCounts => {
  const name = state === 'intended' ? 'unconfirmed' : state;
  return { ...counts, [name]: (counts[name] ?? 0) + 1 };
};

/** `998 sent, 2 rejected` */
export const countsText = (counts: SendingCounts): string =>
  Object.entries(counts)
    .filter(([name, count]) => count > 0 || name === 'sent')
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
