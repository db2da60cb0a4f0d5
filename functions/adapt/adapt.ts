/** Gives a message the voice of one channel and locale, within the channel's limits and the guide's wording. */
import { isGsm7 } from '../channels/sms/segments.ts';
import { accountOf } from './account.ts';
import { briefOf } from './brief.ts';
import type { Brief } from './brief.ts';
import type { Composition } from './compose/composition.ts';
import { composeLong } from './compose/long.ts';
import { composeMicro } from './compose/micro.ts';
import { composeShort } from './compose/short.ts';
import { asGsm } from './gsm-text.ts';
import { pickMedia } from './media.ts';
import { restated } from './restated.ts';
import type { AdaptInput, Adaptation } from './types.ts';

const COMPOSERS = { micro: composeMicro, short: composeShort, long: composeLong } as const;

/**
 * Deterministic. The text never passes a limit that the channel refuses over, nor is anything cut inside a sentence; what
 * is required and does not fit, and what a person has to settle, is named in `problems`.
 */
export function adapt(input: AdaptInput): Adaptation {
  const brief = briefOf({ ...input, message: restated(input) });
  const composition = COMPOSERS[input.channel.spec.lengthClass](brief);
  return resultOf(brief, composition);
}

function resultOf(brief: Brief, composition: Composition): Adaptation {
  const { channel } = brief.input;
  const text = brief.plain ? asGsm(composition.text, isGsm7) : composition.text.normalize('NFC');
  const { length, limit, unit } = channel.count(text);
  const account = accountOf(brief, composition, text);
  const pictures = pickMedia(brief.input);
  return {
    parts: [{ field: channel.spec.fields[0].name, text }],
    ...(brief.link !== undefined && { link: brief.link }),
    media: pictures.media,
    length,
    limit,
    unit,
    kept: [...account.kept, ...pictures.kept],
    leftOut: [...account.leftOut, ...pictures.leftOut],
    changed: account.changed,
    problems: [...account.problems, ...pictures.problems],
  };
}
