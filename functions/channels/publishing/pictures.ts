/** The pictures of a payload as bytes, for connectors that upload them. */
import type { PayloadMedia } from '../../core/payload.ts';
import type { Outcome } from '../../core/entry.ts';
import { typeOf } from '../../core/picture-type.ts';
import type { Given, Job } from '../../ports/publisher.ts';
import { tooHeavy } from '../picture-weight.ts';
import { isMain } from './parts.ts';

type Rejected = Extract<Outcome, { is: 'rejected' }>;

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
export async function picturesOf(given: Given, job: Job): Promise<readonly PictureBytes[] | Rejected> {
  const all = await Promise.all(mediaOf(job).map((one) => pictureOf(given, one)));
  const missing = all.filter((one) => typeof one === 'string');
  if (missing.length > 0)
    return { is: 'rejected', reason: `Upload ${missing.join(', ')} first: the picture is not there.` };
  const there = all.filter((one) => typeof one !== 'string');
  return refuseHeavy(job, there) ?? there;
}

const refuseHeavy = (
  { payload: { channel, format }, account: { limits } }: Job,
  pictures: readonly PictureBytes[],
): Rejected | undefined => {
  const [reason] = pictures.flatMap((picture) => tooHeavy({ channel, format, limits }, picture) ?? []);
  return reason === undefined ? undefined : { is: 'rejected', reason };
};

/** Long enough for a provider that fetches the picture when it comes to it. */
const FETCHABLE_SECONDS = 24 * 3600;

export interface PictureAddress {
  readonly url: string;
  readonly alt: string;
}

/** As `picturesOf`, for providers that fetch pictures from an address. */
export async function pictureAddresses(
  given: Given,
  job: Job,
): Promise<readonly PictureAddress[] | Rejected> {
  const shown = mediaOf(job);
  const missing = shown.filter(({ rendition }) => rendition === undefined);
  if (missing.length > 0)
    return {
      is: 'rejected',
      reason: `Upload ${missing.map(({ file }) => file).join(', ')} first: the picture is not there.`,
    };
  const there = await Promise.all(shown.map((one) => pictureOf(given, one)));
  const heavy = refuseHeavy(
    job,
    there.filter((one) => typeof one !== 'string'),
  );
  if (heavy) return heavy;
  const urls = await Promise.all(
    shown.map(({ rendition = '' }) => given.publicMedia.urlOf(rendition, FETCHABLE_SECONDS)),
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
