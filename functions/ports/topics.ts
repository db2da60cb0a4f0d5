/** What Amazon SNS posts to addresses of ours, and whether it is to be believed. */

/** https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html (stored copy, 2026-11) */
export interface Posted {
  readonly Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  readonly MessageId: string;
  readonly TopicArn: string;
  readonly Message: string;
  readonly Timestamp: string;
  readonly Subject?: string;
  readonly Token?: string;
  readonly SubscribeURL?: string;
  readonly SignatureVersion: string;
  readonly Signature: string;
  readonly SigningCertURL: string;
}

export type Judged =
  | { readonly is: 'genuine' }
  | { readonly is: 'not-genuine'; readonly reason: string }
  /** Nobody can tell now: it is to be posted again. */
  | { readonly is: 'unknown'; readonly reason: string };

export interface Topics {
  /** Whether Amazon SNS signed it, for a topic that this home names. Never throws. */
  readonly judge: (posted: Posted) => Promise<Judged>;
}
