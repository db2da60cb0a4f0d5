/** How a post looks on its channel, as data: where its text is cut, what in it is a link, what of a picture is seen. Pure. */
import { fieldOf } from '../../brand-guide/engine/channel-field.ts';
import type {
  ChannelSpec,
  Fold,
  Limit,
  MediaSpec,
  MentionForm,
  SafeZone,
} from '../../brand-guide/engine/channel.ts';
import { isSure, readLink } from '../../brand-guide/engine/hosts.ts';
import { mediaOf } from '../../brand-guide/engine/pictures.ts';
import { scopesOf } from '../../brand-guide/engine/scopes.ts';
import type { Range, Scope } from '../../brand-guide/engine/types.ts';
import { graphemesOf } from './measure.ts';

/** Before `at` it is shown, in UTF-16 units; `at` is never inside a character. */
export interface Cut {
  readonly at: number;
  /** What cut it. */
  readonly by: 'characters' | 'lines';
  /** True where the channel does not publish the figure. */
  readonly approximate: boolean;
}

export interface Mark extends Range {
  readonly kind: 'link' | 'mention' | 'hashtag';
  readonly text: string;
}

export interface TextShape {
  /** Undefined where the screen shows everything. */
  readonly mobile?: Cut;
  readonly desktop?: Cut;
  /** What people can follow, in order. */
  readonly marks: readonly Mark[];
}

/** Of the picture, what is shown, in its own pixels; the whole where nothing is cropped. */
export interface PictureShape {
  readonly shown: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly cropped: boolean;
  /** What the channel's own controls lie over. */
  readonly safeZone?: SafeZone;
}

const isApproximate = ({ grade }: Limit): boolean => grade === 'secondary' || grade === 'convention';

function cutAt(text: string, limit: Limit, lines: Limit | undefined): Cut | undefined {
  let at = 0;
  let shown = 0;
  let line = 1;
  for (const grapheme of graphemesOf(text)) {
    if (shown >= limit.value) return { at, by: 'characters', approximate: isApproximate(limit) };
    if (/^(?:\r\n|\n|\r)$/u.test(grapheme)) line++;
    if (lines && line > lines.value) return { at, by: 'lines', approximate: isApproximate(lines) };
    at += grapheme.length;
    shown++;
  }
  return undefined;
}

function cutsOf(text: string, fold: Fold | null | undefined): Omit<TextShape, 'marks'> {
  if (!fold) return {};
  const mobile = cutAt(text, fold.characters, fold.lines);
  const desktop = cutAt(text, fold.desktop ?? fold.characters, fold.lines);
  return { ...(mobile && { mobile }), ...(desktop && { desktop }) };
}

const MENTIONS: Readonly<Record<MentionForm, RegExp | undefined>> = {
  '@name': /^[@＠][^@]+$/u,
  '@name.domain': /^@[^@]+\.[^@]+$/u,
  '@name@domain': /^@[^@]+(?:@[^@]+)?$/u,
  '@[name](urn)': undefined,
  none: undefined,
};

function isLink(written: string, { links }: ChannelSpec): boolean {
  if (links.place !== 'inline') return false;
  if (/^https?:\/\//iu.test(written)) return true;
  return links.needsScheme !== true && !written.includes('://') && isSure(readLink(written));
}

function kindOf({ kind }: Scope, written: string, spec: ChannelSpec): Mark['kind'] | undefined {
  if (kind === 'url') return isLink(written, spec) ? 'link' : undefined;
  if (kind === 'handle') return MENTIONS[spec.mentions.form]?.test(written) ? 'mention' : undefined;
  return kind === 'hashtag' && spec.hashtags.linked !== false ? 'hashtag' : undefined;
}

function marksOf(text: string, spec: ChannelSpec): readonly Mark[] {
  return scopesOf(text).flatMap((scope) => {
    const { start, end } = scope;
    const written = text.slice(start, end);
    const kind = kindOf(scope, written, spec);
    return kind ? [{ kind, start, end, text: written }] : [];
  });
}

/** `field` names the part; without one the main text is meant. */
export function textShape(spec: ChannelSpec, text: string, field?: string): TextShape {
  const own = fieldOf(spec, field);
  const fold = own === spec.fields[0] ? spec.fold : own.fold;
  return { ...cutsOf(text, fold), marks: marksOf(text, spec) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const centred = ({ width, height }: Size, ratio: number): PictureShape['shown'] => {
  const wide = Math.min(width, Math.round(height * ratio));
  const high = Math.min(height, Math.round(width / ratio));
  return {
    left: Math.floor((width - wide) / 2),
    top: Math.floor((height - high) / 2),
    width: wide,
    height: high,
  };
};

/** The ratio it is shown at; `first` is the post's first picture, whose ratio the others take where the channel says so. */
function ratioOf(picture: Size, first: Size, media: MediaSpec): number {
  const { width, height } = media.crop === 'first' ? first : picture;
  const { min, max } = media.aspect ?? { min: 0, max: Infinity };
  return Math.min(max, Math.max(min, width / height));
}

/** Undefined where the channel shows no pictures in this format. */
export function pictureShape(
  spec: ChannelSpec,
  picture: Size,
  { format, first = picture }: { readonly format?: string; readonly first?: Size } = {},
): PictureShape | undefined {
  const media = mediaOf(spec, format);
  if (!media || media.max === 0 || picture.width === 0 || picture.height === 0) return undefined;
  const shown = centred(picture, ratioOf(picture, first, media));
  const cropped = shown.width !== picture.width || shown.height !== picture.height;
  return { shown, cropped, ...(media.safeZone && { safeZone: media.safeZone }) };
}
