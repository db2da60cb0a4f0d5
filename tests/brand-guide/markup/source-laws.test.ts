import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { positionsOf } from '../../../brand-guide/engine/positions.ts';
import { readDocument } from '../../../brand-guide/markup/document.ts';
import { lintDocument } from '../../../brand-guide/markup/lint-document.ts';
import { projectionOf } from '../../../brand-guide/markup/projection.ts';
import { DOCUMENT_KINDS } from '../../../brand-guide/markup/types.ts';
import type { DocumentKind, SourceMap } from '../../../brand-guide/markup/types.ts';
import { runs } from '../../support/runs.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';

const BITS = {
  markdown:
    'cheap|tea|Cheap tea|*|**|_|`|``|[|](u)|![|](c.png "t")|<b>|</b>|<br>|<!-- c -->|&amp;|&eacute;|\\*|\\|# |> |- |1. |    |\t|\n|\n\n|\r\n|  \n|| a | b |\n|--|--|\n| x |\n|~~|```\n|<div>\n|</div>\n\n|http://a.example|👩‍👩‍👧|e\u0301|چای|{{x}}| |. |---\n|a: b\n'.split(
      /\|(?!--| [abx])/u,
    ),
  html: '<p>|</p>|<li>|<ul>|</ul>|<td>|<table>|</table>|<h1>|<pre>|</pre>|<b>|</b>|<code>|</code>|<br>|<img alt="cheap &lt; tea">|<script>|</script>|<!-- c -->|&amp;|&eacute|&|<|cheap|tea|Cheap tea|\n|\r\n| |  |👩‍👩‍👧|e\u0301|چای|. '.split(
    '|',
  ),
  text: 'cheap|tea|Cheap|\n|\r\n|\n\n| |.|👩‍👩‍👧|چای|<b>|*|&amp;|---\n|`'.split('|'),
};

const sourcesOf = (kind: DocumentKind) =>
  fc.array(fc.constantFrom(...BITS[kind]), { maxLength: 40 }).map((all) => all.join(''));

/** Each character of a text is what its place in the source says, or stands for what is there. */
const expectMapped = (text: string, map: SourceMap, source: string): void => {
  for (let at = 0; at < text.length; at++) {
    const range = { start: at, end: at + 1 };
    const { start, end } = map.toRange(range);
    const written = source.slice(start, end);
    expect(start).toBe(map.toSource(at));
    if (map.isVerbatim(range)) expect([text, written]).toEqual([text, text[at]]);
    else expect(written).toMatch(/^(?:&|\\|\s|<br|$)/u);
  }
};

const { guide } = {
  guide: {
    meta: { name: { full: 'Northbay' } },
    vocabulary: {
      terms: [
        {
          id: 'cheap',
          term: 'cheap',
          status: 'banned',
          use: ['good value'],
          forms: [{ find: 'cheap', use: 'good value' }],
        },
        {
          id: 'cheap-tea',
          term: 'cheap tea',
          status: 'banned',
          use: ['fine tea'],
          forms: [{ find: 'cheap tea', use: 'fine tea' }],
        },
      ],
    },
  } as const,
};
const compiled = compileGuide(guide, { locale: 'en' });

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  const sources = sourcesOf(kind);

  it('is read into blocks whose characters stand where their map says', () => {
    fc.assert(
      fc.property(sources, (source) => {
        for (const { text, map, inlines } of readDocument(source, kind).blocks) {
          expectMapped(text, map, source);
          for (const one of inlines)
            expect([0 <= one.start, one.start <= one.end, one.end <= text.length]).toEqual([
              true,
              true,
              true,
            ]);
        }
      }),
      runs(1000),
    );
  });

  it('is laid out as one text that knows its places', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const { text, map, scopes } = projectionOf(readDocument(source, kind));
        expectMapped(text, map, source);
        for (const { start, end } of scopes) expect([start < end, end <= text.length]).toEqual([true, true]);
        if (kind === 'text') expect(text).toBe(source);
      }),
      runs(1000),
    );
  });

  it('has findings whose ranges slice the source to their evidence', () => {
    fc.assert(
      fc.property(sources, (source) => {
        const position = positionsOf(source);
        for (const { start, end, evidence, line, column, fix } of lintDocument(
          compiled,
          readDocument(source, kind),
        )) {
          expect(source.slice(start, end)).toBe(evidence);
          expect({ line, column }).toEqual(position(start));
          if (fix) expect(source.slice(fix.start, fix.end)).not.toMatch(/[<>*`]/u);
        }
      }),
      runs(1000),
    );
  });

  it('keeps its structure when its findings are fixed', () => {
    const structure = (source: string) =>
      readDocument(source, kind).blocks.map((one) => [
        one.kind,
        ...one.within,
        ...one.inlines.map((inline) => inline.kind),
      ]);
    fc.assert(
      fc.property(sources, (source) => {
        const findings = lintDocument(compiled, readDocument(source, kind));
        const terms = findings.filter(({ rule }) => rule === 'banned-term');
        const { text } = applyFixes(source, terms);
        expect(structure(text)).toEqual(structure(source));
      }),
      runs(1000),
    );
  });
});

it.each([
  ['markdown', 'Our *cheap* tea &amp; `x` [l](u).\n\n'],
  ['html', '<p>Our <b>cheap</b> tea &amp; <code>x</code></p>\n'],
  ['html', '<img alt="a"> '],
  ['html', '<li>a'],
  ['text', 'Our cheap tea.\n\n'],
] as const)('reads %s in time linear in %j', GROWTH, (kind, unit) => {
  const read = (size: number): void => void projectionOf(readDocument(unit.repeat(size), kind));
  expect(slowdown(read, 60)).toBeLessThan(LINEAR);
});
