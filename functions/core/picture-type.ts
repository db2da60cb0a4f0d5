/** What kind of picture some bytes are: from the bytes, never from a name. */

const SIGNATURES: readonly (readonly [type: string, starts: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/gif', [0x47, 0x49, 0x46]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
];

/** A MIME type. */
export const typeOf = (bytes: Uint8Array): string =>
  SIGNATURES.find(([, starts]) => starts.every((byte, index) => bytes[index] === byte))?.[0] ??
  'application/octet-stream';
