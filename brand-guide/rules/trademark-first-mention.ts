/** Sees that a name carries its sign where a text mentions it first, and only there. */
import { entryFor } from '../engine/locale.ts';
import { isQuoted } from '../engine/prose.ts';
import type { Hit, Literal, Part, Report, Rule, RuleContext } from '../engine/types.ts';
import type { Name } from '../schema/wording.ts';

interface Mentioned {
  readonly part: Part;
  readonly hit: Hit;
  /** The sign that follows, as it is written. */
  readonly sign: string;
}

const SIGN = /^(?:[™®℠]|\((?:tm|r|sm)\))/iu;
/** With a space before it a sign still reads as the name's. */
const SPACED = /^[^\S\n](?=[™®℠])/u;

function signAfter(text: string, end: number): string {
  const after = text.slice(end, end + 6);
  const space = SPACED.exec(after)?.[0] ?? '';
  const sign = SIGN.exec(after.slice(space.length))?.[0];
  return sign === undefined ? '' : space + sign;
}

function mentions(context: RuleContext, { id }: Name): Mentioned[] {
  return context.subject.parts.flatMap((part) =>
    context
      .hits(part)
      .filter((hit) => hit.literal.item === id)
      .map((hit) => ({ part, hit, sign: signAfter(part.text, hit.end) })),
  );
}

function marked(context: RuleContext, name: Name, first: Mentioned): Report | undefined {
  const { part, hit, sign } = first;
  const { trademark = '' } = name;
  if (sign === trademark) return undefined;
  const written = part.text.slice(hit.start, hit.end);
  const end = hit.end + sign.length;
  const wrong = sign === '' ? '' : `, not “${sign.trim()}”`;
  const fix = { start: hit.end, end, text: trademark };
  return {
    field: part.field,
    start: hit.start,
    end,
    item: name.id,
    message: `“${written}” takes ${trademark}${wrong} where a text mentions it first; write “${written}${trademark}”.`,
    ...(isQuoted(context, part, hit) ? { suggestions: [written + trademark] } : { fix }),
  };
}

function marksAgain(context: RuleContext, name: Name, { part, hit, sign }: Mentioned): Report | undefined {
  if (sign === '') return undefined;
  const written = part.text.slice(hit.start, hit.end);
  const end = hit.end + sign.length;
  return {
    field: part.field,
    start: hit.start,
    end,
    item: name.id,
    severity: 'suggestion',
    message: `“${written}” had its sign at the first mention; leave it out here.`,
    ...(isQuoted(context, part, hit)
      ? { suggestions: [written] }
      : { fix: { start: hit.end, end, text: '' } }),
  };
}

export const trademarkFirstMention: Rule = {
  meta: {
    id: 'trademark-first-mention',
    says: 'A name carries its trademark sign at the first mention in a text.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'Sees that the first mention of a name with `trademark`, over all parts in their order, is followed by its sign: the fix writes it, before a possessive ending, or mends another sign such as (R). Later signs are suggested to be left out. Mentions in links, handles, hashtags, code and longer names are none.',
    options: ['names'],
    examples: [
      {
        guide: { names: [{ id: 'frappe', canonical: 'Frappé', trademark: '™' }] },
        locale: 'en-US',
        accept: ['Our Frappé™ is back. A Frappé for you.', '#Frappé and @Frappé'],
        reject: [
          { text: 'Our Frappé is back.', evidence: 'Frappé', fixed: 'Our Frappé™ is back.' },
          { text: 'The Frappé’s foam', evidence: 'Frappé', fixed: 'The Frappé™’s foam' },
          { text: 'A Frappé(R) now', evidence: 'Frappé(R)', fixed: 'A Frappé™ now' },
          { text: 'Frappé™ or Frappé™?', evidence: 'Frappé™', fixed: 'Frappé™ or Frappé?' },
        ],
      },
      {
        guide: { names: [{ id: 'lumen', canonical: 'Lumen', forms: { el: ['Λούμεν'] }, trademark: '®' }] },
        locale: 'el-GR',
        accept: ['Η Λούμεν® σας περιμένει'],
        reject: [{ text: 'Η Λούμεν σας περιμένει', evidence: 'Λούμεν', fixed: 'Η Λούμεν® σας περιμένει' }],
      },
    ],
  },
  wanted: (guide) => (guide.names ?? []).some((name) => name.trademark !== undefined),
  *literals(guide, place): Iterable<Literal> {
    for (const { id, canonical, forms, trademark, caseSensitive } of guide.names ?? []) {
      if (trademark === undefined) continue;
      const common = { item: id, suffixes: true, shields: true, caseSensitive: caseSensitive === false };
      for (const text of [canonical, ...(entryFor(forms, place.locale) ?? [])]) yield { text, ...common };
    }
  },
  *check(context) {
    for (const name of context.guide.names ?? []) {
      if (name.trademark === undefined) continue;
      const [first, ...later] = mentions(context, name);
      const reports = [
        ...(first ? [marked(context, name, first)] : []),
        ...later.map((one) => marksAgain(context, name, one)),
      ];
      for (const report of reports) if (report) yield report;
    }
  },
};
