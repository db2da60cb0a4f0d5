/** A campaign document as its schema lets people write it, before it is normalised. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { FactKind, Qualifier, Role, Where } from '../../brand-guide/facts/types.ts';
import type { Campaign, Evidence, Message } from './campaign.ts';

export type WrittenForms = string | readonly string[] | Readonly<Record<string, string | readonly string[]>>;

export interface WrittenFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly value?: unknown;
  readonly values?: readonly (Where & { readonly value: unknown })[];
  readonly role?: Role;
  readonly qualifier?: Qualifier;
  readonly label?: WrittenForms;
  readonly forms?: WrittenForms;
  readonly embargoUntil?: string;
  readonly required?: boolean | readonly ChannelId[] | Pick<Where, 'channels' | 'steps'>;
}

export interface WrittenMessages {
  readonly message?: Message;
  readonly messages?: Readonly<Record<string, Message>>;
}

export interface WrittenStep extends WrittenMessages {
  readonly id: string;
  readonly embargoUntil?: string;
  readonly graceMinutes?: number;
}

export interface WrittenCampaign extends WrittenMessages {
  readonly name: string;
  readonly brand?: string;
  readonly window?: { readonly from: string; readonly to: string };
  readonly zone?: string;
  readonly journeyStage?: NonNullable<Campaign['journeyStage']>;
  readonly values?: Campaign['values'];
  readonly topics?: readonly string[];
  readonly evidence?: readonly Evidence[];
  readonly locales?: readonly string[];
  readonly channels: readonly ChannelId[];
  readonly facts?: readonly WrittenFact[];
  readonly steps?: readonly WrittenStep[];
  readonly hashtags?: readonly string[];
  readonly embargoUntil?: string;
  readonly onFailure?: Campaign['onFailure'];
}
