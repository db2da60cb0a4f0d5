/** E-mail, one letter to one addressee. Nothing is retried here: whoever asks must know whether the other side may have acted. */
import type { Gone } from '../core/addressee.ts';

export interface Attachment {
  /** As the HTML names it: `cid:…`. */
  readonly cid: string;
  readonly file: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** `<…@tea.example>` */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
}

export type MailServer =
  | {
      readonly by: 'smtp';
      readonly host: string;
      readonly port: number;
      /** TLS from the first byte; otherwise STARTTLS, without which a password is not sent. */
      readonly secure: boolean;
      readonly user?: string;
      readonly password?: string;
    }
  | {
      readonly by: 'ses';
      readonly region: string;
      /** Absent where the home's own role may send. */
      readonly accessKeyId?: string;
      readonly secretAccessKey?: string;
      /** Where it is not the region's usual one. */
      readonly endpoint?: string;
    };

/** What a provider of messages to people said. A reason never has a secret in it, but may have an address. */
export type MessageAnswer =
  | { readonly is: 'taken'; readonly id: string }
  /** It will never take this message. `gone`: nor any other to that address. */
  | { readonly is: 'refused'; readonly reason: string; readonly gone?: Gone }
  /** It certainly did nothing, and may be asked again. `alone`: this addressee is put off, and others are not. */
  | {
      readonly is: 'not-taken';
      readonly reason: string;
      readonly unauthorised?: true;
      readonly rateLimited?: true;
      readonly alone?: true;
    }
  /** Nobody knows. */
  | { readonly is: 'unanswered'; readonly reason: string };

export interface Mail {
  /** Never throws. */
  readonly send: (server: MailServer, letter: Letter) => Promise<MessageAnswer>;
  /** Whether the server takes the credentials: `taken` with nothing sent. */
  readonly check: (server: MailServer) => Promise<MessageAnswer>;
}
