import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spansOf } from '../../../../brand-guide/engine/report/columns.ts';
import { runs } from '../../../support/runs.ts';

/** Text, range of it (`|` is an empty one before the rest), then `line:column-line:column` in UTF-16, UTF-8 and code points. */
const ROWS: readonly (readonly [string, string, string, string, string])[] = [
  ['cheap tea', 'cheap', '1:1-1:6', '1:1-1:6', '1:1-1:6'],
  ['τσάι φτηνό', 'φτηνό', '1:6-1:11', '1:10-1:20', '1:6-1:11'],
  ['дешёвый чай', 'чай', '1:9-1:12', '1:16-1:22', '1:9-1:12'],
  ['又便宜', '便宜', '1:2-1:4', '1:4-1:10', '1:2-1:4'],
  ['می‌باشد ارزان', 'ارزان', '1:9-1:14', '1:17-1:27', '1:9-1:14'],
  ['🌿 cheap', 'cheap', '1:4-1:9', '1:6-1:11', '1:3-1:8'],
  ['👩‍💻👩‍💻 x', 'x', '1:12-1:13', '1:24-1:25', '1:8-1:9'],
  ['𝐜𝐡 tea', '𝐜𝐡', '1:1-1:5', '1:1-1:9', '1:1-1:3'],
  ['cafe\u0301 cheap', 'cheap', '1:7-1:12', '1:8-1:13', '1:7-1:12'],
  ['one\r\ntwo cheap', 'cheap', '2:5-2:10', '2:5-2:10', '2:5-2:10'],
  ['é\r\n🌿é cheap', 'cheap', '2:5-2:10', '2:8-2:13', '2:4-2:9'],
  ['one\rtwo', 'two', '2:1-2:4', '2:1-2:4', '2:1-2:4'],
  ['é one\ntwo é x', 'one\ntwo é', '1:3-2:6', '1:4-2:7', '1:3-2:6'],
  ['a\n\nb', '\n\n', '1:2-3:1', '1:2-3:1', '1:2-3:1'],
  ['🌿', '|', '1:1-1:1', '1:1-1:1', '1:1-1:1'],
  ['lone \uD83C x', 'x', '1:8-1:9', '1:10-1:11', '1:8-1:9'],
  ['\u2067۱۲\u2069 x', 'x', '1:6-1:7', '1:12-1:13', '1:6-1:7'],
];

test.each(ROWS)('%j: %j', (text, part, ...expected) => {
  const start = part === '|' ? 0 : text.indexOf(part);
  const range = { start, end: part === '|' ? 0 : start + part.length };
  const written = (['utf16', 'utf8', 'point'] as const).map((unit) => {
    const { start: from, end: to } = spansOf(text, unit)(range);
    return `${from.line}:${from.column}-${to.line}:${to.column}`;
  });
  expect(written).toEqual(expected);
});

test('columns agree with what the start of the line measures', () => {
  const texts = fc.array(fc.constantFrom('a', 'é', '便', '🌿', '\n', '\r\n', '\u0301', '\u200D'));
  const run = fc.property(texts, fc.nat(), (bits, pick) => {
    const text = bits.join('');
    const offset = bits.slice(0, pick % (bits.length + 1)).join('').length;
    const before =
      text
        .slice(0, offset)
        .split(/\r\n|\n/u)
        .at(-1) ?? '';
    const column = (unit: 'utf16' | 'utf8' | 'point') =>
      spansOf(text, unit)({ start: offset, end: offset }).start.column - 1;
    expect([column('utf16'), column('utf8'), column('point')]).toEqual([
      before.length,
      new TextEncoder().encode(before).length,
      [...before].length,
    ]);
  });
  fc.assert(run, runs(500));
});
