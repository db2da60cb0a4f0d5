/** The lines that close a mailing: who sends it, and how to stop it. */
import { entryFor } from '../../brand-guide/engine/locale.ts';
import type { Phrases } from '../../brand-guide/schema/phrases.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import type { Note } from '../core/variant.ts';
import type { AdaptInput } from './types.ts';

export interface Closing {
  readonly lines: readonly string[];
  readonly problems: readonly Note[];
}

const NONE: Closing = { lines: [], problems: [] };

/** The brand's full name as the locale has it. */
export function brandIn({ meta, names = [] }: Guide, locale: string): string {
  const named = names.find(({ canonical }) => canonical === meta.name.full);
  return entryFor(named?.forms, locale)?.[0] ?? meta.name.full;
}

/** Nothing on channels without a subject: what has one is a letter, and a letter says whom it is from. */
export function closingFor({ channel: { spec }, guide, locale }: AdaptInput, phrases: Phrases): Closing {
  if (!spec.fields.some(({ name }) => name === 'subject')) return NONE;
  const sender = phrases.sender?.replaceAll('{brand}', brandIn(guide, locale));
  const lines = [sender, phrases.unsubscribe];
  return {
    lines: lines.filter((line) => line !== undefined),
    problems: (['sender', 'unsubscribe'] as const).flatMap((name) =>
      phrases[name] === undefined
        ? [{ what: `phrase ${name}`, why: `the guide has none for ${locale}: left out` }]
        : [],
    ),
  };
}
