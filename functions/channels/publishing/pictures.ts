/** The pictures of a payload as bytes, for connectors that upload them. */
import type { PayloadMedia } from '../../core/payload.ts';
import type { Outcome } from '../../core/entry.ts';
import type { Given, Job } from '../../ports/publisher.ts';

export interface PictureBytes {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly file: string;
  readonly alt: string;
}

const SIGNATURES: readonly (readonly [type: string, starts: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

/** From the bytes, never from the name. */
export const typeOf = (bytes: Uint8Array): string =>
  SIGNATURES.find(([, starts]) => starts.every((byte, index) => bytes[index] === byte))?.[0] ??
  'application/octet-stream';

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
