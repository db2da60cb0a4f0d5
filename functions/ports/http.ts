/** Calls to providers. Nothing is retried here: whoever asks must know whether the other side may have acted. */

/** One field of a multipart form; bytes travel as a file. */
export interface FormField {
  readonly name: string;
  readonly value: string | Uint8Array;
  /** MIME type of a file. */
  readonly type?: string;
  readonly file?: string;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | { readonly form: readonly FormField[] };
}

export type HttpAnswer =
  | {
      readonly is: 'answered';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      /** At most the first 1,000,000 characters. */
      readonly text: string;
    }
  /** No connection was made: the other side cannot have acted. */
  | { readonly is: 'not-sent'; readonly reason: string }
  /** The connection broke off or nothing came in time: nobody knows. */
  | { readonly is: 'unanswered'; readonly reason: string };

export interface Http {
  /** One call, redirects not followed. Never throws; a reason never has a secret in it. */
  readonly call: (call: HttpCall) => Promise<HttpAnswer>;
}
