/** What the linter must know of a channel: its spec as data, and its own way of counting. */

/** Every channel there is, whether or not its module exists yet. */
export const CHANNEL_IDS = [
  'instagram',
  'facebook',
  'threads',
  'linkedin',
  'x',
  'bluesky',
  'mastodon',
  'telegram',
  'tiktok',
  'pinterest',
  'youtube',
  'email',
  'sms',
  'whatsapp',
  'push',
  'in-store-sign',
  'web-banner',
  'webhook',
] as const;
export type ChannelId = (typeof CHANNEL_IDS)[number];

/** How far a limit can be trusted: `official` and `official-quoted` block, the others warn. */
export type Grade = 'official' | 'official-quoted' | 'secondary' | 'convention';

/** One figure with the place it was read; `enforced` marks a figure that the provider's API refuses over, whatever its grade. */
export interface Limit {
  readonly value: number;
  readonly unit: string;
  readonly grade: Grade;
  readonly source: string;
  readonly date: string;
  readonly note?: string;
  readonly enforced?: boolean;
}

/** `micro` carries hook, offer and call to action only; `short` a few sentences; `long` the whole story. */
export type LengthClass = 'micro' | 'short' | 'long';

export interface TextField {
  /** Part name, such as `caption`, `text`, `subject`. */
  readonly name: string;
  readonly limit: Limit | null;
}

/** What a channel takes of pictures. Sizes are pixels, ratios width by height. */
export interface MediaSpec {
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  /** MIME types, such as `image/jpeg` or `image/*`. */
  readonly formats: readonly string[];
  readonly maxBytes?: Limit;
  /** Weights by MIME type, where one file type has its own. */
  readonly maxBytesBy?: Readonly<Record<string, Limit>>;
  /** Null where any ratio is taken. */
  readonly aspect?: { readonly min: number; readonly max: number } | null;
  readonly minWidth?: Limit;
  /** Width times height. */
  readonly maxPixels?: Limit;
  readonly recommended: readonly (readonly [width: number, height: number])[];
}

export interface ChannelSpec {
  readonly id: ChannelId;
  readonly name: string;
  readonly lengthClass: LengthClass;
  readonly formats: readonly [string, ...string[]];
  /** The first field is the main text. */
  readonly fields: readonly [TextField, ...TextField[]];
  /** Where "see more" cuts; null when the channel shows everything. */
  readonly fold: { readonly characters: Limit; readonly lines?: Limit } | null;
  /** `advised` is the figure to stay under, `cap` the one the API refuses over. */
  readonly hashtags: { readonly advised?: Limit; readonly cap?: Limit };
  readonly mentions: { readonly cap?: Limit };
  /** `inline`: a URL in the text works; `field`: the link travels beside the text; `none`: only "link in bio" helps. */
  readonly links: { readonly place: 'inline' | 'field' | 'none'; readonly weight?: Limit };
  /** `byFormat`: what differs for a post of that format. */
  readonly media: (MediaSpec & { readonly byFormat?: Readonly<Record<string, Partial<MediaSpec>>> }) | null;
  /** Null where the channel carries none; `required` where it refuses a picture without. */
  readonly altText: { readonly max: Limit | null; readonly required?: boolean } | null;
  /** `exact`: repeating the same create call cannot make a second post. */
  readonly idempotency: 'exact' | 'none';
  readonly rate?: { readonly perDay?: Limit };
}

/** A text measured as its channel measures it. `length` and `limit` are in `unit`; `limit` null means no limit. */
export interface Count {
  readonly length: number;
  readonly limit: number | null;
  readonly unit: string;
  readonly fits: boolean;
}

/** A channel as the linter and the adapter see it: both pure and browser-safe. */
export interface Channel {
  readonly spec: ChannelSpec;
  /** Counts one part (default: the main text) by the channel's own rules. Never throws, whatever the text. */
  readonly count: (text: string, field?: string) => Count;
  /** As how many messages the main text is sent and billed, on channels that send a longer one as several. */
  readonly pieces?: (text: string) => number;
}
