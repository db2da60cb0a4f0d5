/** What the adapter is given and what it gives back. */
import type { Channel } from '../../brand-guide/engine/channel.ts';
import type { Part } from '../../brand-guide/engine/types.ts';
import type { Fact } from '../../brand-guide/facts/types.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import type { Message } from '../core/campaign.ts';
import type { Notes } from '../core/variant.ts';

export interface AdaptInput {
  readonly message: Message;
  /** The facts in force at this place. */
  readonly facts: readonly Fact[];
  /** The same facts with their values elsewhere, which the message may be written with. */
  readonly declared?: readonly Fact[];
  /** Resolved for the channel and the locale. */
  readonly guide: Guide;
  readonly channel: Channel;
  readonly format?: string;
  readonly locale: string;
  readonly step?: string;
  readonly topics?: readonly string[];
  readonly window?: { readonly from: string; readonly to: string };
  /** Sentences of the message that may not be told as yet: a channel that chooses among its sentences takes others. */
  readonly avoid?: readonly string[];
  /** Its brand is the sender where the guide is no brand's. */
  readonly campaign: { readonly id: string; readonly name: string; readonly brand?: string };
}

export interface Picture {
  readonly file: string;
  readonly alt?: string;
}

/** `problems` are what a person has to settle. */
export interface Adaptation extends Notes {
  readonly parts: readonly Part[];
  /** With the guide's UTM; beside the text where the text cannot carry it. */
  readonly link?: string;
  readonly media: readonly Picture[];
  /** Of the main part, as the channel counts. */
  readonly length: number;
  readonly limit: number | null;
  readonly unit: string;
}
