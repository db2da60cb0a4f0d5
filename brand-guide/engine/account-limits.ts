/** An account's own figures, which hold for it in place of its channel's: a server's limit, a paid plan's. */
import { ownField } from './channel-field.ts';
import type { ChannelMedia, ChannelSpec, Limit, TextField } from './channel.ts';

/** Whole numbers, each in the unit of the channel's own figure. */
export interface AccountLimits {
  /** What a part may measure, by the part's name; the further posts of a thread go by the main text's. */
  readonly parts?: Readonly<Record<string, number>>;
  /** What any link counts. */
  readonly link?: number;
  /** Pictures of one post. */
  readonly pictures?: number;
  readonly pictureBytes?: number;
  readonly picturePixels?: number;
  readonly altText?: number;
}

export type LimitName = Exclude<keyof AccountLimits, 'parts'>;

const figure = (limit: Limit | null | undefined): number | null =>
  limit?.perAccount === true ? limit.value : null;

/** What the channel says of each; null where an account cannot have its own. */
function ownFigures({ links, media, altText }: ChannelSpec): Readonly<Record<LimitName, number | null>> {
  return {
    link: figure(links.weight),
    pictures: media?.perAccount === true ? media.max : null,
    pictureBytes: figure(media?.maxBytes),
    picturePixels: figure(media?.maxPixels),
    altText: figure(altText?.max),
  };
}

const NAMES: readonly LimitName[] = ['link', 'pictures', 'pictureBytes', 'picturePixels', 'altText'];

/** What is wrong with them on this channel: the path and what was expected; undefined where nothing is. */
export function limitsProblem(
  spec: ChannelSpec,
  limits: AccountLimits,
): { readonly path: string; readonly says: string } | undefined {
  const open = spec.fields.filter(({ limit }) => limit?.perAccount === true).map(({ name }) => name);
  const strange = Object.keys(limits.parts ?? {}).find((name) => !open.includes(name));
  if (strange !== undefined) {
    const which = open.length === 0 ? 'of none of its parts' : `only of ${open.join(', ')}`;
    return { path: `parts.${strange}`, says: `on ${spec.name} an account may have its own limit ${which}` };
  }
  const figures = ownFigures(spec);
  const fixed = NAMES.find((name) => limits[name] !== undefined && figures[name] === null);
  return (
    fixed && {
      path: fixed,
      says: `on ${spec.name} this figure is the same for every account, or there is none`,
    }
  );
}

function own<T extends null | undefined>(limit: Limit | T, value: number | undefined): Limit | T {
  if (!limit || value === undefined || limit.perAccount !== true) return limit;
  return { ...limit, value, grade: 'official', note: 'the account’s own limit' };
}

function ownTextField(field: TextField, main: string, parts: AccountLimits['parts'] = {}): TextField {
  const value = parts[field.name] ?? (field.repeats === true ? parts[main] : undefined);
  return { ...field, limit: own(field.limit, value) };
}

function ownMedia(media: ChannelMedia, limits: AccountLimits): ChannelMedia {
  const { pictures, pictureBytes, picturePixels } = limits;
  const maxBytes = own(media.maxBytes, pictureBytes);
  const maxPixels = own(media.maxPixels, picturePixels);
  return {
    ...media,
    ...(pictures !== undefined && media.perAccount === true && { max: pictures }),
    ...(maxBytes && { maxBytes }),
    ...(maxPixels && { maxPixels }),
  };
}

/** The channel's spec as it holds for an account; what the channel leaves to no account stays as it is. */
export function withAccountLimits(spec: ChannelSpec, limits: AccountLimits | undefined): ChannelSpec {
  if (!limits) return spec;
  const { fields, links, media, altText } = spec;
  const [main, ...others] = fields;
  const weight = own(links.weight, limits.link);
  return {
    ...spec,
    fields: [
      ownTextField(main, main.name, limits.parts),
      ...others.map((field) => ownTextField(field, main.name, limits.parts)),
    ],
    links: { ...links, ...(weight && { weight }) },
    media: media && ownMedia(media, limits),
    altText: altText && { ...altText, max: own(altText.max, limits.altText) },
  };
}

/**
 * The figures that fit every one of several accounts, `undefined` being one without its own: what is for no account in
 * particular has to fit them all.
 */
export function strictestLimits(
  spec: ChannelSpec,
  all: readonly (AccountLimits | undefined)[],
): AccountLimits | undefined {
  if (all.every((one) => one === undefined)) return undefined;
  const figures = ownFigures(spec);
  const least = (name: LimitName): number | undefined => {
    const given = all.map((one) => one?.[name] ?? figures[name]).filter((value) => value !== null);
    // A link that counts more leaves less room.
    return given.length === 0 ? undefined : name === 'link' ? Math.max(...given) : Math.min(...given);
  };
  const names = new Set(all.flatMap((one) => Object.keys(one?.parts ?? {})));
  const parts = [...names].map((name): [string, number] => {
    const usual = ownField(spec, name)?.limit?.value ?? Infinity;
    return [name, Math.min(...all.map((one) => one?.parts?.[name] ?? usual))];
  });
  const figuresOfAll = NAMES.map((name) => [name, least(name)] as const);
  return {
    ...(parts.length > 0 && { parts: Object.fromEntries(parts) }),
    ...Object.fromEntries(figuresOfAll.filter(([, value]) => value !== undefined)),
  };
}
