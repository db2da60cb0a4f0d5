/** Lints one picture against a channel's media, for tables. */
import type { ChannelSpec } from '../../../brand-guide/engine/channel.ts';
import type { ImageFacts } from '../../../brand-guide/engine/image.ts';
import type { Finding } from '../../../brand-guide/engine/types.ts';
import { lintWith } from './lint-with.ts';
import { madeChannel } from './made-channel.ts';
import { picture } from './picture.ts';

export function findOn(
  rule: string,
  media: ChannelSpec['media'],
  changes: Partial<ImageFacts>,
  format?: string,
): Finding[] {
  const subject = { images: [picture(changes)], ...(format === undefined ? {} : { format }) };
  return lintWith(rule, { guide: {}, channel: madeChannel({ media }), subject }, 'Mint');
}
