/** A step's message as a subject is given it. */
import type { MessageTold } from '../../../brand-guide/engine/types.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';

type Points = Omit<MessageTold, 'parts'>;

export function messageTold(locale: string, points: Points): MessageTold {
  const { headline, body, details = [], cta } = points;
  const texts = [headline, body, ...details, cta].filter((text) => text !== undefined);
  const parts = texts.map((text, at) => ({
    field: String(at),
    text,
    mentions: findMentions(text, { locale }),
  }));
  return { ...points, parts };
}
