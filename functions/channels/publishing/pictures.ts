/** The pictures of a payload as bytes, for connectors that upload them. */
import type { PayloadMedia } from '../../core/payload.ts';
import type { Outcome } from '../../core/entry.ts';
import { typeOf } from '../../core/picture-type.ts';
import type { Given, Job } from '../../ports/publisher.ts';

export interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly file: string;
  readonly alt: string;
}

async function pictureOf(
  { media }: Given,
  { file, alt, rendition }: PayloadMedia,
): Promise<PictureBytes | string> {
  const bytes = rendition === undefined ? undefined : await media.get(rendition);
  return bytes ? { bytes, type: typeOf(bytes), file, alt: alt ?? '' } : file;
}

/** All pictures in order, or a rejection that names those that were never uploaded. */
export async function picturesOf(
  given: Given,
  { payload }: Job,
): Promise<readonly PictureBytes[] | Extract<Outcome, { is: 'rejected' }>> {
  const all = await Promise.all(payload.media.map((one) => pictureOf(given, one)));
  const missing = all.filter((one) => typeof one === 'string');
  if (missing.length > 0)
    return { is: 'rejected', reason: `Upload ${missing.join(', ')} first: the picture is not there.` };
  return all.filter((one) => typeof one !== 'string');
}

/** The text of a part; empty where the payload has none of that name. */
export const partOf = ({ payload }: Job, field: string): string =>
  payload.parts.find((part) => part.field === field)?.text ?? '';

/** Long enough for a provider that fetches the picture when it comes to it. */
const FETCHABLE_SECONDS = 24 * 3600;

export interface PictureAddress {
  readonly url: string;
  readonly alt: string;
}

/** As `picturesOf`, for providers that fetch pictures from an address. */
export async function pictureAddresses(
  { publicMedia }: Given,
  { payload }: Job,
): Promise<readonly PictureAddress[] | Extract<Outcome, { is: 'rejected' }>> {
  const missing = payload.media.filter(({ rendition }) => rendition === undefined);
  if (missing.length > 0)
    return {
      is: 'rejected',
      reason: `Upload ${missing.map(({ file }) => file).join(', ')} first: the picture is not there.`,
    };
  const urls = await Promise.all(
    payload.media.map(({ rendition = '' }) => publicMedia.urlOf(rendition, FETCHABLE_SECONDS)),
  );
  const all = urls.flatMap((url, index) =>
    url === undefined ? [] : [{ url, alt: payload.media[index]?.alt ?? '' }],
  );
  return all.length === urls.length
    ? all
    : {
        is: 'rejected',
        reason: 'The provider fetches pictures from a public address: set CANTUS_PUBLIC_URL.',
      };
}
