/** Plain paragraphs pass by the parser, and nothing else does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownStretches } from '../../../brand-guide/vale/markdown-stretches.ts';
import { runs } from '../../support/runs.ts';
import { linesOf } from './support/lines-of.ts';

const plain = (source: string): string[] =>
  markdownStretches(source).flatMap((one) => (one.plain ? [source.slice(one.start, one.end).trimEnd()] : []));

describe('stretches', () => {
  test.each([
    ['One.\n\nTwo,\nthree!\n', ['One.', 'Two,\nthree!']],
    ['# Head\n\nText.\n\n- item\n\n- item\n\nMore text: yes & no.\n', ['Text.', 'More text: yes & no.']],
    ['```\na\n\nb\n```\n\nc\n', ['c']],
    ['~~~\na\n\n```\n\nb\n\n~~~\n\nc\n', ['c']],
    ['- ```\n  a\n\nb\n', []],
    ['Text\n===\n\nSetext\n---\n', []],
    ['a [link][x]\n\nb\n\n[x]: http://y\n', []],
    ['<div>\n\na\n\n</div>\n', ['a']],
    ['<pre>\n\na\n\n</pre>\n', []],
    ['<!-- vale off -->\n\na\n', []],
    ['1. one\n\ntwo\n\n2023. was good\n', ['two']],
    ['a  \nb\n\n&amp; c\n\nmail a@b.c\n\nwww.x.y\n\nc *d*\n', []],
  ])('%j', (source, paragraphs) => expect(plain(source)).toEqual(paragraphs));
});

const PIECES = [
  'One two.',
  'foo',
  '# foo',
  '- foo',
  '- foo\n  bar',
  '> foo',
  '```\nfoo\n```',
  '`foo` bar',
  '    foo',
  '1. foo',
  '| foo |\n|---|\n| foo |',
  '<p>foo</p>',
  'foo\nbar foo',
  '*foo*',
  '~~~',
  'foo\n===',
  '***',
  '  foo',
];

test('a document is read as it would be without the short cut', () => {
  const lines = linesOf({
    'T/R.yml': 'extends: existence\nmessage: "\'%s\'"\ntokens: [foo]\nscope: [text, list, heading]\n',
  });
  const document = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 8 })
    .map((pieces) => pieces.join('\n\n'));
  fc.assert(
    fc.property(document, (source) => {
      const whole = lines('t.md', `${source}\n\n[never]: used`);
      expect(lines('t.md', source)).toEqual(whole);
    }),
    runs(200),
  );
});
