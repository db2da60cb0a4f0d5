/** Branded identifiers: a string that says what it names. */

declare const brand: unique symbol;
type Id<Of extends string> = string & { readonly [brand]: Of };

export type WorkspaceId = Id<'workspace'>;
export type UserId = Id<'user'>;
export type AccountId = Id<'account'>;
export type CampaignId = Id<'campaign'>;
export type VariantId = Id<'variant'>;
export type EntryId = Id<'entry'>;
/** What stands for an address wherever the address itself may not. */
export type AddressHash = Id<'addressee'>;
export type SeriesId = Id<'series'>;
export type HookId = Id<'hook'>;

/** Lower-case letters, digits and single hyphens: safe in keys and URLs. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
/** Crockford base 32, as ULIDs are written. */
export const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/u;

export const isSlug = (text: string): boolean => text.length <= 64 && SLUG.test(text);
export const isUlid = (text: string): boolean => ULID.test(text);

/** Names a value as an id; the caller has it from the store, from `Ids`, or has validated it at the edge. */
export const asId = <T extends Id<string>>(text: string): T => text as T;
