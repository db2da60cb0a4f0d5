/** The pictures of a payload as bytes, for connectors that upload them. */
import type { PayloadMedia } from '../../core/payload.ts';
import type { Outcome } from '../../core/entry.ts';
import { typeOf } from '../../core/picture-type.ts';
import type { Given, Job } from '../../ports/publisher.ts';
import { isMain } from './parts.ts';

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

/** The further posts of a thread, and comments, show none. */
export const mediaOf = (job: Job): readonly PayloadMedia[] => (isMain(job) ? job.payload.media : []);

/** All pictures in order, or a rejection that names those that were never uploaded. */
export async function picturesOf(
  given: Given,
  job: Job,
): Promise<readonly PictureBytes[] | Extract<Outcome, { is: 'rejected' }>> {
  const all = await Promise.all(mediaOf(job).map((one) => pictureOf(given, one)));
  const missing = all.filter((one) => typeof one === 'string');
  if (missing.length > 0)
    return { is: 'rejected', reason: `Upload ${missing.join(', ')} first: the picture is not there.` };
  return all.filter((one) => typeof one !== 'string');
}

/** Long enough for a provider that fetches the picture when it comes to it. */
const FETCHABLE_SECONDS = 24 * 3600;

export interface PictureAddress {
  readonly url: string;
  readonly alt: string;
}

/** As `picturesOf`, for providers that fetch pictures from an address. */
export async function pictureAddresses(
  { publicMedia }: Given,
  job: Job,
): Promise<readonly PictureAddress[] | Extract<Outcome, { is: 'rejected' }>> {
  const shown = mediaOf(job);
  const missing = shown.filter(({ rendition }) => rendition === undefined);
  if (missing.length > 0)
    return {
      is: 'rejected',
      reason: `Upload ${missing.map(({ file }) => file).join(', ')} first: the picture is not there.`,
    };
  const urls = await Promise.all(
    shown.map(({ rendition = '' }) => publicMedia.urlOf(rendition, FETCHABLE_SECONDS)),
  );
  const all = urls.flatMap((url, index) =>
    url === undefined ? [] : [{ url, alt: shown[index]?.alt ?? '' }],
  );
  return all.length === urls.length
    ? all
    : {
        is: 'rejected',
        reason: 'The provider fetches pictures from a public address: set CANTUS_PUBLIC_URL.',
      };
}
