/** Finds names that are not written as their owner writes them. */
import { foldText } from '../engine/fold.ts';
import { entryFor } from '../engine/locale.ts';
import type { Literal, Place, Rule } from '../engine/types.ts';
import { replacementOf } from '../engine/vocabulary.ts';
import type { Name } from '../schema/wording.ts';

function rightForms(name: Name, locale: string): string[] {
  return [name.canonical, ...(entryFor(name.forms, locale) ?? [])];
}

/** A wrong form that differs from a right one by case alone is sought in its own case. */
function literalsOf(name: Name, { locale }: Place): Literal[] {
  const right = rightForms(name, locale);
  const folded = new Set(right.map((one) => foldText(one)));
  const wrong = (name.never ?? []).map((text) => ({
    text,
    item: name.id,
    suffixes: true,
    use: [name.canonical],
    caseSensitive: folded.has(foldText(text)),
  }));
  return [...wrong, ...right.map((text) => ({ text, item: name.id, suffixes: true, shields: true }))];
}

function isRight(name: Name, written: string, hit: Literal, locale: string): boolean {
  if (hit.use) return false;
  if (name.caseSensitive === false) return true;
  const plain = foldText(written, true);
  return rightForms(name, locale).some((one) => foldText(one, true) === plain);
}

export const canonicalName: Rule = {
  meta: {
    id: 'canonical-name',
    says: 'Names are written as their owner writes them.',
    severity: 'error',
    fixable: true,
    languages: 'any',
    docs: 'Finds the `never` forms of a name, and its right forms in another case unless `caseSensitive` is false. The fix writes the canonical form; a possessive or another closed suffix stays.',
    options: ['names'],
    examples: [
      {
        guide: { names: [{ id: 'frappe', canonical: 'Frappé', never: ['Frappe', 'Frapé'] }] },
        locale: 'en-US',
        accept: ['A Frappé for you.', 'Two Frappe\u0301 cups', '#frappe', 'The Frappé’s foam'],
        reject: [
          { text: 'A frappe, please', evidence: 'frappe', fixed: 'A Frappé, please' },
          { text: 'the frappé’s foam', evidence: 'frappé', fixed: 'the Frappé’s foam' },
        ],
      },
      {
        guide: {
          names: [{ id: 'lumen', canonical: 'Lumen', forms: { el: ['Λούμεν'] }, never: ['Λιούμεν'] }],
        },
        locale: 'el-GR',
        accept: ['Τα γυαλιά της Λούμεν'],
        reject: [{ text: 'Η λιούμεν σας περιμένει', evidence: 'λιούμεν', fixed: 'Η Lumen σας περιμένει' }],
      },
    ],
  },
  *literals(guide, place) {
    for (const name of guide.names ?? []) yield* literalsOf(name, place);
  },
  *check(context) {
    const names = new Map((context.guide.names ?? []).map((name) => [name.id, name]));
    for (const part of context.subject.parts) {
      for (const hit of context.hits(part)) {
        const name = names.get(hit.literal.item);
        const written = part.text.slice(hit.start, hit.end);
        if (!name || isRight(name, written, hit.literal, context.place.locale)) continue;
        const right = hit.literal.use?.[0] ?? hit.literal.text;
        yield {
          field: part.field,
          start: hit.start,
          end: hit.end,
          item: name.id,
          message: `“${written}” is not how this name is written; write “${right}”.`,
          ...replacementOf(context, part, hit, [right], true),
        };
      }
    }
  },
};
