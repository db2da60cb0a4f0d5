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
  /** Servers or plans differ: an account may have its own. */
  readonly perAccount?: boolean;
}

/** `micro` carries hook, offer and call to action only; `short` a few sentences; `long` the whole story. */
export type LengthClass = 'micro' | 'short' | 'long';

/** When a part has another limit than usual: beside pictures, beside a header, footer or button, or as a video's text. */
export type Circumstance = 'pictures' | 'interactive' | 'video';

/** Where "see more" cuts. `characters` is the narrowest screen's; `desktop` where a wide one shows more. */
export interface Fold {
  readonly characters: Limit;
  readonly lines?: Limit;
  readonly desktop?: Limit;
}

export interface TextField {
  /** Part name, such as `text`, `subject`, `title`. */
  readonly name: string;
  readonly limit: Limit | null;
  /** A second bound, in UTF-8 bytes. */
  readonly bytes?: Limit;
  readonly otherwise?: readonly { readonly when: Circumstance; readonly limit: Limit }[];
  /** The lengths that read well, in characters as people count them. */
  readonly advised?: { readonly least?: Limit; readonly most?: Limit };
  /** Of a part beside the main text, whose fold is the spec's own. */
  readonly fold?: Fold;
  /** Characters that the channel refuses in this part. */
  readonly forbidden?: string;
  /** May be given several times, as `name[0]`, `name[1]` …: the further posts of a thread. */
  readonly repeats?: boolean;
}

/** What a channel lays over a picture, as percents of its height or width, or pixels. */
export interface SafeZone {
  readonly top?: Limit;
  readonly bottom?: Limit;
  readonly sides?: Limit;
  readonly margin?: Limit;
}

/** What a channel takes of pictures. Sizes are pixels, ratios width by height. */
export interface MediaSpec {
  readonly required: boolean;
  readonly min: number;
  readonly max: number;
  /** Servers differ in `max`: an account may have its own. */
  readonly perAccount?: boolean;
  /** MIME types, such as `image/jpeg` or `image/*`. */
  readonly formats: readonly string[];
  readonly maxBytes?: Limit;
  /** Weights by MIME type, where one file type has its own. */
  readonly maxBytesBy?: Readonly<Record<string, Limit>>;
  /** Weights by `970x250`, where one size has its own. */
  readonly maxBytesAt?: Readonly<Record<string, Limit>>;
  /** Null where any ratio is taken. */
  readonly aspect?: { readonly min: number; readonly max: number } | null;
  /** `first`: every further picture is cropped to the ratio of the first. */
  readonly crop?: 'first';
  readonly minWidth?: Limit;
  /** A wider one is scaled down. */
  readonly maxWidth?: Limit;
  /** Of the longer side. */
  readonly maxSide?: Limit;
  /** Width times height. */
  readonly maxPixels?: Limit;
  /** Width plus height. */
  readonly maxSides?: Limit;
  /** The number that the channel's own apps or a newer kind of post take beyond `max`. */
  readonly further?: Limit;
  readonly colorSpace?: 'sRGB';
  /** `url`: the channel fetches the file from a public address. */
  readonly delivery?: 'url' | 'upload';
  /** As how many pixels wide it is shown, where that is fewer than it is given with. */
  readonly shownWidth?: Limit;
  readonly safeZone?: SafeZone;
  readonly recommended: readonly (readonly [width: number, height: number])[];
}

export interface ChannelMedia extends MediaSpec {
  /** What differs for a post of that format. */
  readonly byFormat?: Readonly<Record<string, Partial<MediaSpec>>>;
  /** The film that a post consists of; its pictures are then thumbnails. */
  readonly video?: { readonly required: boolean; readonly maxBytes?: Limit };
  readonly print?: {
    readonly sizes: readonly { readonly name: string; readonly size: readonly [number, number] }[];
    /** Millimetres beyond the cut and within it. */
    readonly bleed: Limit;
    readonly safe: Limit;
    /** Inches of letter height for a foot of reading distance. */
    readonly letterHeight: Limit;
  };
}

/** How a channel writes a mention. */
export type MentionForm = '@name' | '@name.domain' | '@name@domain' | '@[name](urn)' | 'none';

/** What a channel asks of a message beside its length; closed, since each is checked or written by code. */
export const REQUIREMENTS = [
  'list-unsubscribe',
  'postal-address',
  'plain-text-part',
  'stop-wording',
  'sender-id',
  'opt-in',
  'approved-template',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** At most `value` of `what` within `seconds` for one `per`. */
export interface RateLimit extends Limit {
  readonly what: 'posts' | 'requests' | 'uploads' | 'points' | 'containers' | 'pending posts';
  readonly seconds: number;
  readonly per: 'account' | 'app' | 'address' | 'chat';
}

export interface ChannelSpec {
  readonly id: ChannelId;
  readonly name: string;
  readonly lengthClass: LengthClass;
  readonly formats: readonly [string, ...string[]];
  /** The first field is the main text. */
  readonly fields: readonly [TextField, ...TextField[]];
  /** All parts together, as they are transmitted, in UTF-8 bytes. */
  readonly payload?: Limit;
  /** Of the main text; null when the channel shows everything. */
  readonly fold: Fold | null;
  readonly hashtags: {
    /** The figure to stay under. */
    readonly advised?: Limit;
    /** The figure that the API refuses over. */
    readonly cap?: Limit;
    /** Characters of one tag. */
    readonly longest?: Limit;
    readonly forbidden?: string;
    readonly cashtags?: Limit;
    /** Tags that travel beside the text. */
    readonly beside?: { readonly cap: Limit; readonly longest: Limit; readonly bytes: Limit };
    /** False where a tag is plain text. */
    readonly linked?: boolean;
  };
  readonly mentions: { readonly cap?: Limit; readonly form: MentionForm };
  readonly links: {
    /** `inline`: a URL in the text works; `field`: the link travels beside the text; `none`: only "link in bio" helps. */
    readonly place: 'inline' | 'field' | 'none';
    /** What any link counts in the text. */
    readonly weight?: Limit;
    /** Different links of one post. */
    readonly cap?: Limit;
    /** Characters of the link beside the text. */
    readonly longest?: Limit;
    /** True where an address without `https://` is plain text. */
    readonly needsScheme?: boolean;
  };
  readonly media: ChannelMedia | null;
  /** Null where the channel carries none; `required` where it refuses a picture without; `formats` where only those carry it. */
  readonly altText: {
    readonly max: Limit | null;
    readonly advised?: Limit;
    readonly required?: boolean;
    readonly formats?: readonly string[];
  } | null;
  /** Ratios of text to its ground. */
  readonly contrast?: { readonly text: Limit; readonly large?: Limit; readonly advised?: Limit };
  readonly requires?: readonly Requirement[];
  /** The API's own parameter for content made by a machine. */
  readonly aiDisclosure?: string;
  /** `exact`: repeating the same create call cannot make a second post. */
  readonly idempotency: 'exact' | 'none';
  /** What makes a repetition the same: its name, for how long, how long it may be. */
  readonly idempotencyKey?: { readonly name: string; readonly seconds?: Limit; readonly longest?: Limit };
  /** What the channel's own scheduler takes, in seconds from now. */
  readonly nativeSchedule?: { readonly least?: Limit; readonly most?: Limit };
  readonly rate?: { readonly perDay?: Limit; readonly windows?: readonly RateLimit[] };
  /** US dollars for one create call. */
  readonly price?: { readonly post: Limit; readonly withLink: Limit; readonly altText?: Limit };
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
