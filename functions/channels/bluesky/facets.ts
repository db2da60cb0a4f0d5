/** Finds what Bluesky marks in a post: links, mentions with a domain, hashtags; ranges in UTF-8 bytes, as the record has them. */
import { isSure, readLink } from '../../../brand-guide/engine/hosts.ts';
import { scopesOf } from '../../../brand-guide/engine/scopes.ts';
import type { Scope } from '../../../brand-guide/engine/types.ts';
import { graphemes, utf8Bytes } from '../measure.ts';

/** https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/richtext/facet.json (d6296a1, 2026-08-20) */
const TAG = { graphemes: 64, bytes: 640 };
const HANDLE = /^@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)$/iu;

export type Feature =
  | { readonly is: 'link'; readonly uri: string }
  /** The handle has to be resolved to a DID; where nobody has it, the text stays plain. */
  | { readonly is: 'mention'; readonly handle: string }
  | { readonly is: 'tag'; readonly tag: string };

export interface Facet {
  readonly byteStart: number;
  readonly byteEnd: number;
  readonly feature: Feature;
}

function linkOf(written: string): Feature | undefined {
  if (/^https?:\/\//iu.test(written)) return { is: 'link', uri: written };
  if (written.includes('://') || !isSure(readLink(written))) return undefined;
  return { is: 'link', uri: `https://${written}` };
}

function tagOf(written: string): Feature | undefined {
  const tag = written.slice(1);
  return graphemes(tag) <= TAG.graphemes && utf8Bytes(tag) <= TAG.bytes ? { is: 'tag', tag } : undefined;
}

function featureOf(kind: Scope['kind'], written: string): Feature | undefined {
  if (kind === 'url') return linkOf(written);
  if (kind === 'hashtag') return tagOf(written);
  const handle = kind === 'handle' ? HANDLE.exec(written)?.[1] : undefined;
  return handle === undefined ? undefined : { is: 'mention', handle };
}

/** In order; none overlaps another. */
export function facetsOf(text: string): readonly Facet[] {
  const facets: Facet[] = [];
  let at = 0;
  let bytes = 0;
  for (const { kind, start, end } of scopesOf(text)) {
    const feature = featureOf(kind, text.slice(start, end));
    if (!feature) continue;
    bytes += utf8Bytes(text.slice(at, start));
    const byteEnd = bytes + utf8Bytes(text.slice(start, end));
    facets.push({ byteStart: bytes, byteEnd, feature });
    bytes = byteEnd;
    at = end;
  }
  return facets;
}
