/** A `.vale.ini` as it stands: sections, levels, ignores, comments, and what is wrong with one. */
import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../../../brand-guide/vale/configuration.ts';
import { globMatcher } from '../../../brand-guide/vale/glob.ts';
import { linesOf } from './support/lines-of.ts';

const STYLES = {
  'A/Foo.yml': 'extends: existence\nmessage: "\'%s\'"\nlevel: error\ntokens: [foo]\n',
  'A/Bar.yml': 'extends: existence\nmessage: "\'%s\'"\nlevel: suggestion\ntokens:\n  - bar\n',
  'B/sub/Baz.yml': 'extends: existence\nmessage: no\ntokens: [baz]\n',
  'B/_old/Gone.yml': 'extends: nothing\n',
  'B/Baz.test.yml': 'cases: []\n',
};
const TEXT = 'foo bar baz';

const RUNS: readonly (readonly [
  what: string,
  ini: string,
  path: string,
  text: string,
  lines: readonly string[],
])[] = [
  ['a style', '[*]\nBasedOnStyles = A', 'x.md', TEXT, ["1:1:A.Foo:'foo'", "1:5:A.Bar:'bar'"]],
  ['a subfolder joins the name', '[*]\nBasedOnStyles = B', 'x.md', TEXT, ['1:9:B.sub.Baz:no']],
  [
    'styles by commas',
    '[*]\nBasedOnStyles = A, B',
    'x.md',
    'baz foo',
    ['1:1:B.sub.Baz:no', "1:5:A.Foo:'foo'"],
  ],
  ['a rule alone', '[*]\nA.Foo = YES', 'x.md', TEXT, ["1:1:A.Foo:'foo'"]],
  ['a rule off', '[*]\nBasedOnStyles = A\nA.Foo = NO', 'x.md', TEXT, ["1:5:A.Bar:'bar'"]],
  [
    'a whole style off but one rule',
    '[*]\nBasedOnStyles = A\nA = NO\nA.Foo = YES',
    'x.md',
    TEXT,
    ["1:1:A.Foo:'foo'"],
  ],
  ['the lowest level', 'MinAlertLevel = error\n[*]\nBasedOnStyles = A', 'x.md', TEXT, ["1:1:A.Foo:'foo'"]],
  [
    'a level of its own',
    'MinAlertLevel = warning\n[*]\nBasedOnStyles = A\nA.Bar = warning',
    'x.md',
    TEXT,
    ["1:1:A.Foo:'foo'", "1:5:A.Bar:'bar'"],
  ],
  [
    'a level for a section',
    'MinAlertLevel = error\n[*]\nBasedOnStyles = A\n[*.md]\nA.Bar = error',
    'x.md',
    TEXT,
    ["1:1:A.Foo:'foo'", "1:5:A.Bar:'bar'"],
  ],
  [
    'the same section elsewhere',
    'MinAlertLevel = error\n[*]\nBasedOnStyles = A\n[*.md]\nA.Bar = error',
    'x.txt',
    TEXT,
    ["1:1:A.Foo:'foo'"],
  ],
  [
    'a later section wins',
    '[*.md]\nBasedOnStyles = A\n[docs/*.md]\nBasedOnStyles = B',
    'docs/x.md',
    TEXT,
    ['1:9:B.sub.Baz:no'],
  ],
  ['sections by braces', '[*.{md,txt}]\nBasedOnStyles = B', 'x.txt', TEXT, ['1:9:B.sub.Baz:no']],
  ['no section, nothing', '[*.txt]\nBasedOnStyles = A', 'x.md', TEXT, []],
  [
    'an unset rule follows its style again',
    '[*.md]\nBasedOnStyles = A\nA.Foo = NO\n[*]\nA.Bar = NO\n[a*.md]\nA.Foo = UNSET',
    'a.md',
    TEXT,
    ["1:1:A.Foo:'foo'"],
  ],
  [
    'a format that is mapped',
    '[formats]\nmdx = md\n[*.mdx]\nBasedOnStyles = A',
    'x.mdx',
    '`foo` bar',
    ["1:7:A.Bar:'bar'"],
  ],
  [
    'tokens that are ignored',
    '[*]\nBasedOnStyles = A\nTokenIgnores = (\\$+[^\\n$]+\\$+)',
    'x.md',
    'a $foo$ foo',
    ["1:9:A.Foo:'foo'"],
  ],
  [
    'a comma inside a pattern',
    '[*]\nBasedOnStyles = A\nTokenIgnores = (f{1\\,2}oo!)',
    'x.md',
    'ffoo! foo! foo',
    ["1:12:A.Foo:'foo'"],
  ],
  [
    'blocks that are ignored',
    '[*]\nBasedOnStyles = A\nBlockIgnores = (?s) *({% raw %}.*?{% endraw %})',
    'x.md',
    '{% raw %}\nfoo\n{% endraw %}\n\nfoo',
    ["5:1:A.Foo:'foo'"],
  ],
  [
    'comments of another syntax',
    '[*.md]\nBasedOnStyles = A\nCommentDelimiters = {/*, */}',
    'x.md',
    '{/* vale off */}\n\nfoo\n\n{/* vale on */}\n\nfoo',
    ["7:1:A.Foo:'foo'"],
  ],
  [
    'scopes that are skipped',
    'SkippedScopes = blockquote\n[*]\nBasedOnStyles = A',
    'x.md',
    '> foo\n\nfoo\n',
    ["3:1:A.Foo:'foo'"],
  ],
  [
    'scopes that are ignored',
    'IgnoredScopes = em\n[*]\nBasedOnStyles = A',
    'x.md',
    '*foo* `foo`',
    ["1:8:A.Foo:'foo'"],
  ],
  [
    'classes that are ignored',
    'IgnoredClasses = note\n[*]\nBasedOnStyles = A',
    'x.html',
    '<p class="note">foo</p><p>foo</p>',
    ["1:27:A.Foo:'foo'"],
  ],
  [
    'another word template',
    'WordTemplate = <%s>\n[*]\nBasedOnStyles = A',
    'x.txt',
    'foo <foo>',
    ["1:5:A.Foo:'<foo>'"],
  ],
  [
    'a rule with a key set',
    '[*]\nBasedOnStyles = A\nA.Foo[ignorecase] = true\nA.Bar = NO',
    'x.md',
    'FOO',
    ["1:1:A.Foo:'FOO'"],
  ],
  [
    'plain text is one block',
    '[*]\nBasedOnStyles = A',
    'x.txt',
    '# `foo`\n<b>bar</b>',
    ["1:4:A.Foo:'foo'", "2:4:A.Bar:'bar'"],
  ],
  ['any other text is read by its lines', '[*]\nBasedOnStyles = A', 'LICENSE', 'foo', ["1:1:A.Foo:'foo'"]],
  ['line ends of every sort', '[*]\nBasedOnStyles = A', 'x.md', 'x\r\n\r\nfoo\r\n', ["3:1:A.Foo:'foo'"]],
];

describe('runs', () => {
  test.each(RUNS)('%s', (_what, ini, path, text, lines) => {
    expect(linesOf(STYLES, { ini: `StylesPath = s\n${ini}\n` })(path, text)).toEqual(lines);
  });
});

const FAULTS: readonly (readonly [ini: string, place: string])[] = [
  ['MinAlertLevel = loud', "1:1: 'MinAlertLevel' expects error, warning, suggestion; found 'loud'"],
  ['[*]\nMinAlertLevel = error', "2:1: 'MinAlertLevel' belongs above the first [section]"],
  ['BasedOnStyles = A', "1:1: 'BasedOnStyles' belongs into a [section]"],
  ['[*]\nBasedOnStyles', "2:1: expected a [section] or 'key = value', found 'BasedOnStyles'"],
  ['[*.{md]\nBasedOnStyles = A', "1:1: the glob '*.{md' does not hold together"],
  ['[*]\nCommentDelimiters = <', "1:1: 'CommentDelimiters' expects two marks"],
];
const REMARKS: readonly (readonly [ini: string, place: string])[] = [
  ['MinAlertlevel = error', "1:1: 'MinAlertlevel' is no option; did you mean 'MinAlertLevel'?"],
  ['[*]\nBasedOnStyle = A', "2:1: 'BasedOnStyle' is no option of a section; did you mean 'BasedOnStyles'?"],
  ['[*]\nA.Foo = maybe', "2:1: 'A.Foo = maybe' expects YES, NO or a level; the rule is switched off"],
  ['[*]\nView = x', "2:1: 'View' is not run"],
];

describe('what is wrong', () => {
  const said = ({
    line,
    column,
    message,
  }: {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }) => `${line}:${column}: ${message}`;
  test.each(FAULTS)('%s: %s', (ini, place) =>
    expect(readConfiguration({ path: 'v', text: ini }).faults.map(said)).toEqual([place]),
  );
  test.each(REMARKS)('%s: %s', (ini, place) =>
    expect(readConfiguration({ path: 'v', text: ini }).remarks.map(said)).toEqual([place]),
  );
});

describe('globs', () => {
  test.each([
    ['*', 'a/b.md', true],
    ['*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/deep/a.md', true],
    ['docs/**/*.md', 'docs/a.md', true],
    ['docs/**/*.md', 'docs/deep/er/a.md', true],
    ['**/*.md', 'a.md', true],
    ['docs/**', 'other/a.md', false],
    ['*.{md,html}', 'a.html', true],
    ['*.{md,html}', 'a.txt', false],
    ['[ab].md', 'b.md', true],
    ['[!ab].md', 'b.md', false],
    ['!*.md', 'a.txt', true],
    ['a?.md', 'ab.md', true],
    ['a.md', 'axmd', false],
    ['{docs,more}/*.md', 'more/x.md', true],
  ])('%s and %s: %s', (glob, path, held) => expect(globMatcher(glob)?.(path)).toBe(held));
});
