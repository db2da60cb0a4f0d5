import { describe, expect, it } from 'vitest';
import { kindOfFile, readDocument } from '../../../brand-guide/markup/document.ts';
import type { DocumentKind } from '../../../brand-guide/markup/types.ts';

const read = (kind: DocumentKind, source: string): string[] =>
  readDocument(source, kind).blocks.map(({ kind: block, level = '', within, text }) =>
    [`${block}${level}`, ...within, text].join(' | '),
  );

const marked = (kind: DocumentKind, source: string): string[] =>
  readDocument(source, kind).blocks.flatMap(({ text, inlines }) =>
    inlines.map((one) => {
      const written = source.slice(one.source.start, one.source.end);
      return [one.kind, text.slice(one.start, one.end), written, one.target ?? ''].join(' | ');
    }),
  );

describe('the blocks of Markdown', () => {
  it.each([
    ['Tea\n===\n\nCups\n---\n', ['heading1 | Tea', 'heading2 | Cups']],
    ['# Tea #\n### Green *tea*', ['heading1 | Tea', 'heading3 | Green tea']],
    ['One\ntwo  \nthree\\\nfour', ['paragraph | One\ntwo\nthree\nfour']],
    ['One\r\ntwo', ['paragraph | One\ntwo']],
    ['> Quoted\n> tea\nlazy', ['blockquote | blockquote | Quoted\ntea\nlazy']],
    ['- Green\n- [x] Black\n  tea', ['list-item | list-item | Green', 'list-item | list-item | Black\ntea']],
    ['1. One\n   > two', ['list-item | list-item | One', 'blockquote | list-item | blockquote | two']],
    ['> - in\n> # H', ['list-item | blockquote | list-item | in', 'heading1 | blockquote | H']],
    [
      '| Tea | Cost |\n|:--|--:|\n| Green | 5 \\| 6 |\n| | x |',
      [
        'table-header | table | Tea',
        'table-header | table | Cost',
        'table-cell | table | Green',
        'table-cell | table | 5 | 6',
        'table-cell | table | x',
      ],
    ],
    ['```js\nlet tea;\n\n  x\n```', ['code | let tea;\n\n  x\n']],
    ['    indented\n\n    code', ['code | indented\n\ncode']],
    ['[tea]: http://x.example "Title"', ['raw | [tea]: http://x.example "Title"']],
    ['Tea[^1].\n\n[^1]: A *note*.', ['paragraph | Tea.', 'paragraph | footnote | A note.']],
    ['a &amp; b &copy; &#x3b1; \\* \\\\ &nope;', ['paragraph | a & b © α * \\ &nope;']],
    ['A ![cup of *tea*](c.png) here', ['paragraph | A  here', 'image-alt | cup of tea']],
    ['![cup](c.png)', ['image-alt | cup']],
    ['---\n\n***', []],
    ['<!-- a -->\n\ntext', ['paragraph | text']],
    ['<div>\nhi <b>you</b>\n</div>', ['paragraph | hi you']],
    ['> <p>\n> quoted\n> html</p>', ['blockquote | blockquote | quoted\nhtml']],
    ['<script>\nlet tea;\n</script>', ['raw | \nlet tea;\n']],
    [
      '<details>\n<summary>More</summary>\n\nTea *here*\n\n</details>',
      ['paragraph | More', 'paragraph | Tea here'],
    ],
    ['{{first_name}}, tea', ['paragraph | {{first_name}}, tea']],
    ['', []],
  ])('%j', (source, blocks) => {
    expect(read('markdown', source)).toEqual(blocks);
  });
});

describe('what Markdown marks', () => {
  it.each([
    [
      '**a** *b* ~~c~~ `d`',
      ['strong | a | **a** | ', 'emphasis | b | *b* | ', 'deletion | c | ~~c~~ | ', 'code | d | `d` | '],
    ],
    ['[a *b*](u "t")', ['link | a b | [a *b*](u "t") | u', 'emphasis | b | *b* | ']],
    ['<http://a.example>', ['link | http://a.example | <http://a.example> | http://a.example']],
    ['at www.a.example now', ['link | www.a.example | www.a.example | www.a.example']],
    ['![b](c.png)x', ['image |  | ![b](c.png) | c.png']],
    ['a  \nb', ['break | \n | \n | ']],
    ['a<br>b', ['break | \n | <br> | ']],
    ['a <kbd>K</kbd> <u>b</u>', ['code | K | <kbd>K</kbd> | ', 'html |  | <u> | ', 'html |  | </u> | ']],
    ['`` a`b ``', ['code | a`b | `` a`b `` | ']],
  ])('%j', (source, inlines) => {
    expect(marked('markdown', source)).toEqual(inlines);
  });
});

describe('the blocks of HTML', () => {
  it.each([
    ['<h2>Tea</h2><p>is\n  here', ['heading2 | Tea', 'paragraph | is\nhere']],
    ['bare <b>te</b>xt', ['paragraph | bare text']],
    [
      '<ul><li>One<li>Two<ul><li>Three</ul></ul>',
      [
        'list-item | list-item | One',
        'list-item | list-item | Two',
        'list-item | list-item | list-item | Three',
      ],
    ],
    ['<blockquote><p>Q</p></blockquote>', ['blockquote | blockquote | Q']],
    [
      '<table><caption>C</caption><tr><th>H<td>D</table>',
      ['figure-caption | table | C', 'table-header | table | H', 'table-cell | table | D'],
    ],
    [
      '<figure><img alt="A &amp; B" src=x><figcaption>F</figcaption></figure>',
      ['image-alt | A & B', 'figure-caption | figure | F'],
    ],
    [
      '<p>a<script>let x</script><style>p{}</style>b</p>',
      ['paragraph | a', 'raw | let x', 'raw | p{}', 'paragraph | b'],
    ],
    ['<pre>a\n  b &lt;</pre>', ['code | a\n  b <']],
    ['<title>Tea &amp; cups</title>', ['paragraph | Tea & cups']],
    ['a &lt; b &nbsp;c &copy2 & d &unknown; < e', ['paragraph | a < b \u00A0c ©2 & d &unknown; < e']],
    ['<p>one<p>two', ['paragraph | one', 'paragraph | two']],
    ['a</x>b</p>c', ['paragraph | ab', 'paragraph | c']],
    ['<svg><text>no</text></svg>yes', ['raw | no', 'paragraph | yes']],
    ['<p>\r\n  a\r\n  b\r\n</p>', ['paragraph | a\nb']],
    ['', []],
  ])('%j', (source, blocks) => {
    expect(read('html', source)).toEqual(blocks);
  });
});

describe('front matter', () => {
  it.each([
    ['---\ntitle: Tea\n---\nBody', 'yaml', '---\ntitle: Tea\n---\n'],
    ['---\r\ntitle: Tea\r\n...\r\nBody', 'yaml', '---\r\ntitle: Tea\r\n...\r\n'],
    ['---\n---\nBody', 'yaml', '---\n---\n'],
    ['+++\ntitle = "Tea"\n+++\nBody', 'toml', '+++\ntitle = "Tea"\n+++\n'],
    ['{\n  "title": { "a": "}" }\n}\nBody', 'json', '{\n  "title": { "a": "}" }\n}\n'],
    ['{"title": "Tea"}\nBody', 'json', '{"title": "Tea"}\n'],
    ['---\n\nTea is here.\n\n---\nBody', undefined, ''],
    ['---\ntitle: Tea', undefined, ''],
    ['{{first_name}}\nBody', undefined, ''],
    ['\n---\ntitle: Tea\n---\nBody', undefined, ''],
  ])('of %j', (source, format, written) => {
    for (const kind of ['markdown', 'html'] as const) {
      const { frontMatter, blocks } = readDocument(source, kind);
      expect(frontMatter?.format).toBe(format);
      expect(source.slice(frontMatter?.start, frontMatter?.end ?? 0)).toBe(written);
      expect(blocks.at(-1)?.text).toContain(format ? 'Body' : '');
    }
    expect(readDocument(source, 'text').frontMatter).toBeUndefined();
  });
});

it.each([
  ['markdown', 'a <!-- one --> b\n\n<!--\ntwo\n-->'],
  ['html', '<p>a <!-- one --></p><!--\ntwo\n-->'],
] as const)('tells the comments of %s', (kind, source) => {
  const { comments } = readDocument(source, kind);
  expect(comments.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(comments.map(({ start, end }) => source.slice(start, end))).toEqual([
    '<!-- one -->',
    '<!--\ntwo\n-->',
  ]);
});

it.each([
  ['a.md', 'markdown'],
  ['b/README.MARKDOWN', 'markdown'],
  ['c.HTM', 'html'],
  ['d.txt', 'text'],
  ['e.png', undefined],
  ['md', undefined],
  ['.md/x', undefined],
])('the kind of %s', (name, kind) => {
  expect(kindOfFile(name)).toBe(kind);
});
