/** Finds names that are not written as their owner writes them. */
import { foldText } from '../engine/fold.ts';
import { entryFor, languageOf } from '../engine/locale.ts';
import type { Hit, Literal, Part, Place, Report, Rule, RuleContext } from '../engine/types.ts';
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

function miswritten(context: RuleContext, part: Part, hit: Hit, name: Name): Report {
  const { start, end } = hit;
  const right = hit.literal.use?.[0] ?? hit.literal.text;
  return {
    field: part.field,
    start,
    end,
    item: name.id,
    message: `“${part.text.slice(start, end)}” is not how this name is written; write “${right}”.`,
    ...replacementOf(context, part, hit, [right], true),
  };
}

const POSSESSIVE = /^(?:[™®℠])?['’ʼ＇](?:[sS](?![\p{L}\p{N}]))?/u;

/** `Lumen’s`, and after an s `Starbucks’`; a quotation mark that closes behind the name is none. */
function* owning(context: RuleContext, part: Part, { start, end }: Hit, name: Name): Iterable<Report> {
  if (languageOf(context.place.locale) !== 'en') return;
  const ending = POSSESSIVE.exec(part.text.slice(end, end + 5))?.[0];
  const bare = ending !== undefined && !/[sS]$/u.test(ending);
  const opened = /['‘]\p{L}[^'‘’\n]{0,60}$/u.test(part.text.slice(Math.max(0, start - 64), end));
  if (ending === undefined || (bare && (opened || !/[sS]$/u.test(part.text.slice(start, end))))) return;
  const written = part.text.slice(start, end);
  yield {
    field: part.field,
    start,
    end: end + ending.length,
    item: name.id,
    severity: 'warning',
    message: `“${written}” takes no possessive ending; write “${written}” alone, or “of ${written}”.`,
    suggestions: [written],
  };
}

export const canonicalName: Rule = {
  meta: {
    id: 'canonical-name',
    says: 'Names are written as their owner writes them.',
    severity: 'error',
    fixable: true,
    languages: 'any',
    docs: 'Finds the `never` forms of a name, and its right forms in another case unless `caseSensitive` is false. The fix writes the canonical form; a possessive or another closed suffix stays. A name with `possessive: false` takes no English possessive: the name without it is suggested.',
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
        guide: { names: [{ id: 'northwind', canonical: 'Northwind', possessive: false }] },
        locale: 'en-US',
        accept: ['The Northwind mint', 'He said ‘Northwind’ twice'],
        reject: [{ text: 'Northwind’s mint', evidence: 'Northwind’s' }],
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
        if (!name) continue;
        const written = part.text.slice(hit.start, hit.end);
        if (!isRight(name, written, hit.literal, context.place.locale))
          yield miswritten(context, part, hit, name);
        else if (name.possessive === false) yield* owning(context, part, hit, name);
      }
    }
  },
};
