/** An addressee: somebody whom an account may write to, because they said so. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { asId, type AccountId, type AddressHash } from './ids.ts';
import { isBefore } from './instant.ts';
import { sha256Hex } from './payload.ts';
import type { Tenant } from './tenant.ts';

/** The channels that write to people rather than post in a place. */
export const PEOPLE_CHANNELS = ['email', 'sms', 'whatsapp'] as const satisfies readonly ChannelId[];
export type PeopleChannel = (typeof PEOPLE_CHANNELS)[number];

export const isPeopleChannel = (channel: ChannelId): channel is PeopleChannel =>
  PEOPLE_CHANNELS.some((one) => one === channel);

export const ADDRESSEE_STATES = ['subscribed', 'suppressed', 'opted-out'] as const;
export type AddresseeState = (typeof ADDRESSEE_STATES)[number];
/** `suppressed`: nobody is there, or a member says so; `opted-out`: by their own wish. */
export type Gone = Exclude<AddresseeState, 'subscribed'>;

/** When and where they agreed. */
export interface Consent {
  /** ISO 8601 */
  readonly at: string;
  /** `checkout form, shop.example` */
  readonly source: string;
}

export interface Addressee {
  /** An e-mail address, or a telephone number in E.164. Never in an event or a log. */
  readonly address: string;
  readonly locale: string;
  /** IANA; the account's where absent. */
  readonly zone?: string;
  readonly consent: Consent;
  readonly state: AddresseeState;
  /** Why they are written to no more. */
  readonly reason?: string;
  /** Since when the state is what it is. */
  readonly since: string;
}

export const isAddressHash = (text: string): text is AddressHash => /^[0-9a-f]{64}$/u.test(text);

/** Differs by account, so that no two audiences can be compared by it. */
export const addressHash = ({ workspace }: Tenant, account: AccountId, address: string): AddressHash =>
  asId<AddressHash>(sha256Hex([workspace, account, address.toLowerCase()].join('\n')));

/** Linear: one at sign, a domain of labels. RFC 5321 allows 64 and 255 octets. */
const EMAIL = /^[^\s@<>(),;:"\\[\]]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}$/u;
const NUMBER = /^\+[1-9]\d{6,14}$/u;

/** The address as it is kept; undefined where it is none of the channel's. */
export const readAddress = (channel: PeopleChannel, text: string): string | undefined => {
  const trimmed = text.trim();
  if (channel !== 'email') {
    const number = trimmed.replace(/[\s().-]/gu, '');
    return NUMBER.test(number) ? number : undefined;
  }
  const at = trimmed.lastIndexOf('@');
  return EMAIL.test(trimmed) ? trimmed.slice(0, at) + trimmed.slice(at).toLowerCase() : undefined;
};

/** The newer consent's particulars. Whoever left comes back only by a consent given after that. */
export const merged = (was: Addressee, imported: Addressee): Addressee => {
  const newer = isBefore(imported.consent.at, was.consent.at) ? was : imported;
  const stays =
    was.state === 'suppressed' || (was.state === 'opted-out' && !isBefore(was.since, imported.consent.at));
  const { state, since, reason } = stays || was.state === imported.state ? was : imported;
  const { reason: _old, ...rest } = newer;
  return { ...rest, state, since, ...(reason !== undefined && { reason }) };
};

/** As `merged`, for one who is told to be written to no more. */
export const left = (was: Addressee, state: Gone, reason: string, now: string): Addressee => ({
  ...was,
  state,
  reason,
  since: now,
});
