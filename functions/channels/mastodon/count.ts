/** Mastodon: graphemes, where a link with its scheme counts 23 and the domain of a mention nothing. */
import type { ChannelSpec, Count } from '../../../brand-guide/engine/channel.ts';
import { scopesOf } from '../../../brand-guide/engine/scopes.ts';
import { countIn } from '../count.ts';
import { graphemes } from '../measure.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const mastodonSpec = readSpec(data);

const LINK = /^https?:\/\/[^/?#]*\./iu;
const REMOTE = /^(@[^@]+)@/u;

/** The same text with every link as long as it counts, and mentions without their domain. */
function asCounted(text: string, { links }: ChannelSpec): string {
  if (!/:\/\/|@/u.test(text)) return text;
  const placeholder = 'x'.repeat(links.weight?.value ?? 0);
  let counted = '';
  let at = 0;
  for (const { kind, start, end } of scopesOf(text)) {
    const written = text.slice(start, end);
    const local = kind === 'handle' ? REMOTE.exec(written)?.[1] : undefined;
    const shown = kind === 'url' && LINK.test(written) ? placeholder : local;
    if (shown === undefined) continue;
    counted += text.slice(at, start) + shown;
    at = end;
  }
  return counted + text.slice(at);
}

export function countMastodon(text: string, field?: string, spec = mastodonSpec): Count {
  return countIn(spec, text, field, (one) => graphemes(asCounted(one, spec)));
}
