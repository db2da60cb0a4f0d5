/** What of a document's markup reaches the rules: headings are headlines, links go where the guide lets them. */
import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { readDocument } from '../../../brand-guide/markup/document.ts';
import { lintDocument } from '../../../brand-guide/markup/lint-document.ts';
import type { DocumentKind } from '../../../brand-guide/markup/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';

const found = (sections: Partial<Guide>, kind: DocumentKind, source: string): string[] => {
  const compiled = compileGuide({ meta: { name: { full: 'Test' } }, ...sections }, { locale: 'en-US' });
  return lintDocument(compiled, readDocument(source, kind)).map((one) => {
    expect(source.slice(one.start, one.end)).toBe(one.evidence);
    return `${one.line}:${one.column} ${one.rule} ${one.evidence}`;
  });
};

describe('headings', () => {
  const guide: Partial<Guide> = { casing: { headline: 'sentence', body: 'title' } };

  it.each<[DocumentKind, string, string[]]>([
    ['markdown', '# Our Best Coffee\n\nIt is good.', ['1:7 headline-case Best Coffee']],
    ['markdown', 'It is good.\n\nThe best *Tea*\n---\n\nMore.', []],
    ['markdown', 'Good.\n\n## Our **Best** Coffee', ['3:10 headline-case Best** Coffee']],
    ['html', '<p>Good.</p>\n<h2>Our Best <i>Coffee</i></h2>', ['2:9 headline-case Best <i>Coffee']],
    ['markdown', 'the best coffee\n\nIt is good.', ['1:1 headline-case the best coffee']],
    ['text', '# Our Best Coffee\n\nIt is good.', []],
  ])('%s %j', (kind, source, expected) => {
    expect(found(guide, kind, source)).toEqual(expected);
  });
});

describe('the targets of links', () => {
  const guide: Partial<Guide> = { links: { https: true, allowDomains: ['northwind.example'] } };
  const foreign = (place: string, url: string): string => `${place} link-policy ${url}`;

  it.each<[DocumentKind, string, string[]]>([
    ['markdown', 'See [us](https://northwind.example/a).', []],
    ['markdown', 'See [us](https://bad.example/a "Us").', [foreign('1:10', 'https://bad.example/a')]],
    ['markdown', '[us]\n\n[us]: <https://bad.example/a>', [foreign('3:8', 'https://bad.example/a')]],
    ['markdown', '<https://bad.example/a>', [foreign('1:2', 'https://bad.example/a')]],
    ['markdown', 'See [a](/about), [b](readme.md), [c](mailto:a@bad.example), [d](#x).', []],
    ['markdown', '![A cup](https://cdn.example/cup.png)', []],
    [
      'markdown',
      '[![A cup](https://cdn.example/c.png)](https://bad.example)',
      [foreign('1:39', 'https://bad.example')],
    ],
    ['markdown', '`[us](https://bad.example)`', []],
    ['markdown', 'See <a href="https://bad.example">us</a>.', [foreign('1:14', 'https://bad.example')]],
    ['html', '<p>See <a class=x href=https://bad.example>us</a>', [foreign('1:24', 'https://bad.example')]],
    ['html', '<p><a name="here">us</a><img src="https://cdn.example/c.png" alt="">', []],
  ])('%s %j', (kind, source, expected) => {
    expect(found(guide, kind, source)).toEqual(expected);
  });

  it('writes https where it is asked for', () => {
    const source = 'See [us](http://northwind.example/a).';
    const compiled = compileGuide({ meta: { name: { full: 'Test' } }, ...guide }, { locale: 'en-US' });
    const [finding] = lintDocument(compiled, readDocument(source, 'markdown'));
    expect(finding?.fix).toEqual({ start: 9, end: 13, text: 'https' });
  });

  it('are seen by no other rule', () => {
    const banned: Partial<Guide> = {
      ...guide,
      vocabulary: { terms: [{ id: 'cheap', term: 'cheap', status: 'banned' }] },
    };
    expect(found(banned, 'markdown', '[us](https://northwind.example/cheap)')).toEqual([]);
  });
});
