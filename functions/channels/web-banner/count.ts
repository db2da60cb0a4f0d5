/** Web banner: a line's worth of characters. */
import type { Count } from '../../../brand-guide/engine/channel.ts';
import { countIn } from '../count.ts';
import { readSpec } from '../spec.ts';
import data from './spec.json' with { type: 'json' };

export const webBannerSpec = readSpec(data);

export function countWebBanner(text: string, field?: string, spec = webBannerSpec): Count {
  return countIn(spec, text, field);
}
