/** Gives a message the voice of one channel and locale, within the channel's limits and the guide's wording. */
import type { Part } from '../../brand-guide/engine/types.ts';
import { isGsm7 } from '../channels/sms/segments.ts';
import { accountOf } from './account.ts';
import { avoiding } from './blocked-sentences.ts';
import { briefOf } from './brief.ts';
import type { Brief } from './brief.ts';
import { besideOf, besides } from './compose/beside.ts';
import type { Composition } from './compose/composition.ts';
import { composerFor } from './compose/registry.ts';
import { asGsm } from './gsm-text.ts';
import { pickMedia } from './media.ts';
import { restated } from './restated.ts';
import type { AdaptInput, Adaptation } from './types.ts';

/**
 * Deterministic. No part passes a limit, save an SMS that is then sent as several, nor is anything cut inside a sentence; what
 * is required and does not fit, and what a person has to settle, is named in `problems`.
 */
export function adapt(input: AdaptInput): Adaptation {
  const whole = briefOf({ ...input, message: restated(input) });
  const choosing = avoiding(whole);
  const isWhole = whole.input.channel.spec.lengthClass === 'long';
  const brief = besides(isWhole ? whole : choosing, besideOf(choosing));
  return resultOf(whole, brief, composerFor(brief)(brief));
}

function resultOf(whole: Brief, brief: Brief, composition: Composition): Adaptation {
  const { channel } = brief.input;
  const text = brief.billed ? asGsm(composition.text, isGsm7) : composition.text.normalize('NFC');
  const parts = partsOf(brief, composition, text);
  const [main] = parts;
  const { length, limit, unit } = channel.count(main.text, main.field);
  const account = accountOf(whole, brief, composition, parts);
  const pictures = pickMedia(whole);
  return {
    parts,
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

/** The main part first, whatever it says; others in the spec's order, where they say something. */
function partsOf(brief: Brief, { further }: Composition, text: string): readonly [Part, ...Part[]] {
  const { fields } = brief.input.channel.spec;
  const told = [...brief.beside.parts, { field: brief.field, text }];
  const [main, ...rest] = fields;
  const textIn = (field: string): string => told.find((part) => part.field === field)?.text ?? '';
  return [
    { field: main.name, text: textIn(main.name) },
    ...rest.map(({ name }) => ({ field: name, text: textIn(name) })).filter((part) => part.text !== ''),
    ...further.map((part) => ({ ...part, text: part.text.normalize('NFC') })),
  ];
}
