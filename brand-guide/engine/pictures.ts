/** What the rules about pictures share: how a finding names its picture, and what a channel takes in a format. */
import type { ChannelSpec, MediaSpec } from './channel.ts';
import type { ImageFacts } from './image.ts';
import type { Report, Severity, Subject } from './types.ts';

/** A report on one picture; `item` says which of its faults, so that two of them stay apart. */
export function aboutPicture(
  { parts }: Subject,
  { name }: ImageFacts,
  item: string,
  message: string,
  severity?: Severity,
): Report {
  const field = parts[0]?.field ?? '';
  return { field, start: 0, end: 0, image: name, item, message, ...(severity && { severity }) };
}

/** What the channel takes of pictures in a post of this format; null where it takes none. */
export function mediaOf({ media }: ChannelSpec, format: string | undefined): MediaSpec | null {
  const own = format === undefined ? undefined : media?.byFormat?.[format];
  return media && { ...media, ...own };
}

/** The MIME type of a measured format: `jpeg` and `jpg` are one. */
export function mimeOf({ format }: ImageFacts): string {
  return `image/${format === 'jpg' ? 'jpeg' : format}`;
}

/** 4000001 → 4,000,001. */
export function grouped(figure: number): string {
  return String(figure).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
}
