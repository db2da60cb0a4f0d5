/** Exactly what a publisher is given, and the hash that an approval binds to. */
import canonicalize from 'canonicalize';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Part } from '../../brand-guide/engine/types.ts';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { FactValue } from '../../brand-guide/facts/types.ts';

export interface PayloadMedia {
  readonly file: string;
  readonly alt?: string;
  /** SHA-256 of the rendition, once media storage made one. */
  readonly rendition?: string;
}

export interface Payload {
  readonly channel: ChannelId;
  readonly format: string;
  readonly locale: string;
  readonly parts: readonly Part[];
  readonly link?: string;
  readonly media: readonly PayloadMedia[];
}

declare const hashed: unique symbol;
export type ContentHash = string & { readonly [hashed]: true };

/** What `JSON.stringify` makes of a lone surrogate, or of a text about one; nearly no value has either. */
const MAY_BE_LONE = /\\ud[89a-f]/u;

/** RFC 8785. Lone surrogates, which JSON cannot carry canonically, become U+FFFD. */
export const canonicalJson = (value: unknown): string => {
  const json = JSON.stringify(value);
  const text = canonicalize(JSON.parse(json, MAY_BE_LONE.test(json) ? replaceLone : undefined));
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form');
  return text;
};

const replaceLone = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 over the payload's canonical JSON and the values of the facts it states or requires, by fact id. */
export const contentHash = (payload: Payload, facts: Readonly<Record<string, FactValue>>): ContentHash =>
  sha256Hex(canonicalJson({ payload, facts })) as ContentHash;
