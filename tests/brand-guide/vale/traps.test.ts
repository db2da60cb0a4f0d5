/** The traps of Vale's rules, each a promise of the brand guide's page. */
import { describe, expect, test } from 'vitest';
import { linesOf } from './support/lines-of.ts';

const rule = (fields: Readonly<Record<string, unknown>>): Record<string, string> => ({
  'T/R.yml': JSON.stringify({ message: "'%s'", ...fields }),
});
const swap = (fields: Readonly<Record<string, unknown>>): Record<string, string> =>
  rule({ extends: 'substitution', message: "Use '%s' instead of '%s'", ...fields });
const BASED = 'StylesPath = s\n[*]\nBasedOnStyles = T, Vale\nVale.Spelling = NO\n';

const ROWS: readonly (readonly [
  what: string,
  styles: Record<string, string>,
  text: string,
  lines: readonly string[],
  words?: { readonly accepted: readonly string[]; readonly rejected: readonly string[] },
])[] = [
  [
    'swap keys match longest first, whatever their order',
    swap({ swap: { web: 'net', 'web site': 'website', 'web site address': 'URL' } }),
    'the web site address and web',
    ["1:5:T.R:Use 'URL' instead of 'web site address'", "1:26:T.R:Use 'net' instead of 'web'"],
  ],
  [
    'nonword drops the word boundaries',
    rule({ extends: 'existence', nonword: true, tokens: ['cat'] }),
    'concatenate',
    ["1:4:T.R:'cat'"],
  ],
  [
    'so does a rule without tokens',
    rule({ extends: 'existence', raw: ['cat'] }),
    'concatenate',
    ["1:4:T.R:'cat'"],
  ],
  [
    'with tokens they stand, and Unicode letters count as word characters',
    rule({ extends: 'existence', tokens: ['caf', 'cat'] }),
    'café concatenate cat',
    ["1:18:T.R:'cat'"],
  ],
  [
    'exceptions are case-sensitive',
    rule({ extends: 'existence', ignorecase: true, tokens: ['data'], exceptions: ['Data'] }),
    'Data and data',
    ["1:10:T.R:'data'"],
  ],
  [
    'exceptions are word-bounded, and searched inside the match',
    rule({ extends: 'existence', tokens: ['\\w+-\\w+'], exceptions: ['over'] }),
    'over-sized overt-sized',
    ["1:12:T.R:'overt-sized'"],
  ],
  [
    'an exception of several words covers a match inside it',
    rule({ extends: 'existence', tokens: ['master'], exceptions: ['master of arts'] }),
    'a master of arts, a master of none',
    ["1:21:T.R:'master'"],
  ],
  [
    'the vocabulary excepts words of an existence rule',
    rule({ extends: 'existence', tokens: ['\\w+ish'] }),
    'selfish fish',
    ["1:9:T.R:'fish'"],
    { accepted: ['selfish'], rejected: [] },
  ],
  [
    'but not of one that is nonword',
    rule({ extends: 'existence', nonword: true, tokens: ['\\w+ish'] }),
    'selfish fish',
    ["1:1:T.R:'selfish'", "1:9:T.R:'fish'"],
    { accepted: ['selfish'], rejected: [] },
  ],
  [
    'nor where the rule says vocab: false',
    rule({ extends: 'existence', vocab: false, tokens: ['\\w+ish'] }),
    'selfish',
    ["1:1:T.R:'selfish'"],
    { accepted: ['selfish'], rejected: [] },
  ],
  [
    'an ungrouped conditional is presence in the block',
    rule({ extends: 'conditional', first: 'sale', second: 'ends on' }),
    'The sale ends on Friday.\n\nA sale.',
    ["3:3:T.R:'sale'"],
  ],
  [
    'a grouped one explains for the rest of the file',
    rule({ extends: 'conditional', first: '\\b([A-Z]{3,})\\b', second: '\\(([A-Z]{3,})\\)' }),
    'NATO here.\n\nThe Organization (NATO).\n\nNATO again.',
    ["1:1:T.R:'NATO'"],
  ],
  [
    'occurrence with zero hits reports at 1:1',
    rule({ extends: 'occurrence', scope: 'paragraph', min: 1, token: 'terms', message: 'No terms' }),
    '# Title\n\nNothing here.\n\nNor here.',
    ['1:1:T.R:No terms'],
  ],
  [
    'repetition never crosses a sentence',
    rule({ extends: 'repetition', tokens: ['[^\\s.]+'] }),
    'I like that. that was good good.',
    ["1:23:T.R:'good'"],
  ],
  [
    'capitalization flags the block',
    rule({ extends: 'capitalization', match: '$sentence', scope: 'heading' }),
    'x\n\n## Not a Sentence Case\n',
    ["3:4:T.R:'Not a Sentence Case'"],
  ],
  [
    'message arguments are expected and observed for substitution, and may go by number',
    swap({ message: "'%[2]s' -> '%[1]s'", swap: { foo: 'bar' } }),
    'foo',
    ["1:1:T.R:'foo' -> 'bar'"],
  ],
  [
    'scopes join with & and turn round with ~',
    rule({ extends: 'existence', scope: ['list & ~blockquote', 'heading.h2'], tokens: ['foo'] }),
    '# foo\n\n## foo\n\n- foo\n\n> foo\n',
    ["3:4:T.R:'foo'", "5:3:T.R:'foo'"],
  ],
  [
    'limit holds for the file',
    rule({ extends: 'existence', limit: 1, tokens: ['foo'] }),
    'foo\n\nfoo',
    ["1:1:T.R:'foo'"],
  ],
  [
    'keys are case-insensitive and a scalar stands for an array',
    rule({ extends: 'existence', IgnoreCase: true, Tokens: 'foo', SCOPE: 'text' }),
    'FOO',
    ["1:1:T.R:'FOO'"],
  ],
  [
    'a rejected term is avoided, an accepted one kept in its spelling',
    {},
    'iphone and cheap',
    ["1:1:Vale.Terms:Use 'iPhone' instead of 'iphone'.", "1:12:Vale.Avoid:Avoid using 'cheap'."],
    { accepted: ['iPhone'], rejected: ['cheap'] },
  ],
  [
    'a term may be a pattern: its spelling is told, not the pattern',
    {},
    'oauth and OAUTH2',
    ["1:1:Vale.Terms:Use 'OAuth' instead of 'oauth'.", "1:11:Vale.Terms:Use 'OAuth2' instead of 'OAUTH2'."],
    { accepted: ['OAuth2?'], rejected: [] },
  ],
  ['a repeated word is found without a style', {}, 'The the end', ["1:1:Vale.Repetition:'the' is repeated!"]],
  [
    'columns count code points',
    rule({ extends: 'existence', tokens: ['foo'] }),
    '😀😀 foo',
    ["1:4:T.R:'foo'"],
  ],
];

describe('traps', () => {
  const rows = ROWS.map(([what, styles, text, lines, words]) => ({ what, styles, text, lines, words }));
  test.each(rows)('$what', ({ styles, text, lines, words }) => {
    const ini =
      words || Object.keys(styles).length === 0
        ? BASED.replace(Object.keys(styles).length === 0 ? 'T, ' : '\u0000', '')
        : undefined;
    const run = linesOf(styles, { ...(ini !== undefined && { ini }), ...(words && { words }) });
    expect(run('t.md', text)).toEqual(lines);
  });
});
