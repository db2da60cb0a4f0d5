/** Where every row lives in the single table. A key carries the type of its row; every tenant key starts with `W#<workspace>`. */
import type { Account, AccountDay } from './account.ts';
import type { AccountHealth } from './account-health.ts';
import type { AccountToken } from './account-token.ts';
import type { Addressee } from './addressee.ts';
import type { AddressHash } from './ids.ts';
import type { Audience } from './audience.ts';
import type { Campaign } from './campaign.ts';
import type { CorrectionTask } from './correction-task.ts';
import type { Entry } from './entry.ts';
import type { Comment } from './review.ts';
import type { GuideDraft, GuideHead, GuideVersion } from './guide-version.ts';
import type { Hook } from './hook.ts';
import type { AccountId, CampaignId, EntryId, HookId, SeriesId, UserId, VariantId } from './ids.ts';
import type { Member, Workspace } from './member.ts';
import type { Notice, NoticeSettings } from './notice.ts';
import type { AccountRate } from './rate-bucket.ts';
import type { PendingSignIn } from './pending-sign-in.ts';
import type { PostClaim } from './post-claim.ts';
import type { Sending } from './sending.ts';
import type { Series, SeriesItem } from './series.ts';
import type { Tenant } from './tenant.ts';
import type { Place, Revision, Variant, Waiver } from './variant.ts';

export interface Key<T> {
  readonly pk: string;
  readonly sk: string;
  /** Never set: it only carries the row's type. */
  readonly row?: T;
}

const at = <T>(tenant: Tenant, path: string, sk: string): Key<T> => ({
  pk: `W#${tenant.workspace}${path}`,
  sk,
});

const padded = (number: number): string => String(number).padStart(6, '0');

const placeId = ({ step, channel, format, locale, account, occurrence }: Place): string =>
  [
    step,
    channel,
    format,
    locale,
    account ?? '*',
    ...(occurrence ? [occurrence.series, occurrence.wall] : []),
  ].join('#');

export type WaiverCover =
  { readonly variant: VariantId } | { readonly campaign: CampaignId } | { readonly workspace: true };

const coverPath = (covers: WaiverCover): string => {
  if ('variant' in covers) return `#V#${covers.variant}`;
  return 'campaign' in covers ? `#C#${covers.campaign}` : '';
};

export const keys = {
  workspace: (t: Tenant) => at<Workspace>(t, '', 'META'),
  member: (t: Tenant, user: UserId) => at<Member>(t, '', `MEMBER#${user}`),
  account: (t: Tenant, id: AccountId) => at<Account>(t, `#X#${id}`, 'META'),
  accountToken: (t: Tenant, id: AccountId) => at<AccountToken>(t, `#X#${id}`, 'TOKEN'),
  /** Under the SHA-256 of the state that the provider brings back. */
  signIn: (t: Tenant, id: AccountId, hash: string) => at<PendingSignIn>(t, `#X#${id}`, `SIGN-IN#${hash}`),
  /** Apart from the token, so that a look at the one never gets in the way of renewing the other. */
  accountHealth: (t: Tenant, id: AccountId) => at<AccountHealth>(t, `#X#${id}`, 'HEALTH'),
  accountRate: (t: Tenant, id: AccountId) => at<AccountRate>(t, `#X#${id}`, 'RATE'),
  accountDay: (t: Tenant, id: AccountId, day: string) => at<AccountDay>(t, `#X#${id}`, `DAY#${day}`),
  /** Under the id that the provider knows the post by. */
  post: (t: Tenant, id: AccountId, externalId: string) => at<PostClaim>(t, `#X#${id}`, `POST#${externalId}`),
  /** Carries the chain of what happened to the account's addressees. */
  audience: (t: Tenant, id: AccountId) => at<Audience>(t, `#X#${id}`, 'AUDIENCE'),
  addressee: (t: Tenant, id: AccountId, to: AddressHash) => at<Addressee>(t, `#X#${id}`, `TO#${to}`),
  campaign: (t: Tenant, id: CampaignId) => at<Campaign>(t, `#C#${id}`, 'META'),
  correctionTask: (t: Tenant, id: CampaignId, { entry, fact }: Pick<CorrectionTask, 'entry' | 'fact'>) =>
    at<CorrectionTask>(t, `#C#${id}`, `CORRECTION#${entry}#${fact}`),
  /** A row a failed attempt: several may fail at once, and no failure may get in the way of another's outcome. */
  campaignFailure: (t: Tenant, id: CampaignId, entry: EntryId, attempt: number) =>
    at<{ entry: EntryId }>(t, `#C#${id}`, `FAILURE#${entry}#${padded(attempt)}`),
  /** Says which variant holds a place, so that a place has one. */
  place: (t: Tenant, place: Place) =>
    at<{ variant: VariantId }>(t, `#C#${place.campaign}`, `V#${placeId(place)}`),
  variant: (t: Tenant, id: VariantId) => at<Variant>(t, `#V#${id}`, 'HEAD'),
  revision: (t: Tenant, id: VariantId, number: number) =>
    at<Revision>(t, `#V#${id}`, `REV#${padded(number)}`),
  comment: (t: Tenant, id: VariantId, comment: string) => at<Comment>(t, `#V#${id}`, `COMMENT#${comment}`),
  /** Under what it covers: one variant, one campaign, or the whole workspace. */
  waiver: (t: Tenant, covers: WaiverCover, fingerprint: string) =>
    at<Waiver>(t, coverPath(covers), `WAIVER#${fingerprint}`),
  variantEntry: (t: Tenant, id: VariantId, entry: EntryId) =>
    at<{ entry: EntryId }>(t, `#V#${id}`, `ENTRY#${entry}`),
  /** Newest last: ids sort by time. */
  notice: (t: Tenant, to: UserId, id: string) => at<Notice>(t, `#N#${to}`, id),
  noticeSettings: (t: Tenant, of: UserId) => at<NoticeSettings>(t, '', `NOTICES#${of}`),
  hook: (t: Tenant, id: HookId) => at<Hook>(t, '', `HOOK#${id}`),
  entry: (t: Tenant, id: EntryId) => at<Entry>(t, `#E#${id}`, 'HEAD'),
  /** One row for each addressee of an entry, whatever the attempt: a later one finds what an earlier one intended. */
  sending: (t: Tenant, id: EntryId, to: AddressHash) => at<Sending>(t, `#E#${id}`, `TO#${to}`),
  series: (t: Tenant, id: SeriesId) => at<Series>(t, `#S#${id}`, 'META'),
  seriesItem: (t: Tenant, id: SeriesId, number: number) =>
    at<SeriesItem>(t, `#S#${id}`, `ITEM#${padded(number)}`),
  guideHead: (t: Tenant) => at<GuideHead>(t, '#G', 'HEAD'),
  guideDraft: (t: Tenant) => at<GuideDraft>(t, '#G', 'DRAFT'),
  guideVersion: (t: Tenant, number: number) => at<GuideVersion>(t, '#G', `VER#${padded(number)}`),
} as const;

/** The indexes of the table: attribute names are `<index>Pk` and `<index>Sk`. */
export const INDEXES = ['calendar', 'lists', 'wake', 'people', 'audit'] as const;
export type Index = (typeof INDEXES)[number];
export interface IndexKey {
  readonly pk: string;
  readonly sk: string;
}
export type IndexKeys = Readonly<Partial<Record<Index, IndexKey>>>;
export const WAKE_SHARDS = 16;
/** Where the wake index keeps notices that are still to be told outside. */
export const TELL_SHARDS = 4;
/** Where the wake index keeps the accounts to look after: few look-ups a day each, and never in a post's way. */
export const ACCOUNTS_TO_LOOK_AFTER = 'ACCOUNTS';
export const AUDIT_SHARDS = 4;

/** Where the audit index keeps a workspace's events of one month, by ULID; `month` is `yyyy-mm` in UTC. */
export const auditPartition = (workspace: string, month: string, shard: number): string =>
  `W#${workspace}#A#${month}#${shard}`;
