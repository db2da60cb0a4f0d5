/** The kinds that a rule's `extends` may name, one line each; `sequence` and `script` are known and skipped. */
import type { KindOf } from '../kind.ts';
import { capitalization } from './capitalization.ts';
import { conditional } from './conditional.ts';
import { consistency } from './consistency.ts';
import { existence } from './existence.ts';
import { metric } from './metric.ts';
import { occurrence } from './occurrence.ts';
import { readability } from './readability.ts';
import { repetition } from './repetition.ts';
import { spelling } from './spelling.ts';
import { substitution } from './substitution.ts';

export const kinds: ReadonlyMap<string, KindOf> = new Map([
  ['existence', existence],
  ['substitution', substitution],
  ['occurrence', occurrence],
  ['repetition', repetition],
  ['consistency', consistency],
  ['conditional', conditional],
  ['capitalization', capitalization],
  ['metric', metric],
  ['readability', readability],
  ['spelling', spelling],
]);

/** `sequence` tags parts of speech and `script` runs a program: neither is done here. */
export const skippedKinds: readonly string[] = ['sequence', 'script'];
