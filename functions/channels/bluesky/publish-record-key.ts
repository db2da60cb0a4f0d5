/** Record keys: timestamp identifiers made of the entry, so that the same revision always gets the same one. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Base 32 in an order that sorts as the numbers do. https://atproto.com/specs/tid */
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';
const LENGTH = 13;
const CLOCK_BITS = 10n;
const MICROS_PER_SECOND = 1_000_000;

function encoded(value: bigint): string {
  let rest = value;
  let text = '';
  for (let digit = 0; digit < LENGTH; digit += 1) {
    text = (DIGITS[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return text;
}

/** `instant` gives the second; what makes entries of one second differ comes from a hash of `of`. */
export function recordKey(instant: string, of: string): string {
  const hash = sha256(utf8ToBytes(of));
  const number = new DataView(hash.buffer, hash.byteOffset).getUint32(0);
  const clock = new DataView(hash.buffer, hash.byteOffset).getUint16(4) & 0x3ff;
  const micros =
    BigInt(Math.floor(Date.parse(instant) / 1000)) * BigInt(MICROS_PER_SECOND) +
    BigInt(number % MICROS_PER_SECOND);
  return encoded((micros << CLOCK_BITS) | BigInt(clock));
}
