import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { REPORT_FORMATS, reporters } from '../../../../brand-guide/engine/report/registry.ts';
import type { ReportFormat } from '../../../../brand-guide/engine/report/registry.ts';
import schema from './sarif-log.schema.json' with { type: 'json' };
import { reportOf } from './report-of.ts';

const VERSION = { version: '1.2.3' };
const print = (format: ReportFormat, ...files: readonly ReturnType<typeof reportOf>[]): string =>
  reporters[format](files, VERSION);

describe('line', () => {
  test.each([
    ['cheap tea', 'cheap', 'a.txt', 'a.txt:1:1:banned-term:Not this.'],
    ['🌿 cheap', 'cheap', 'my post.txt', 'my post.txt:1:3:banned-term:Not this.'],
    ['Καλό\r\nφτηνό', 'φτηνό', 'κείμενο.md', 'κείμενο.md:2:1:banned-term:Not this.'],
    ['cafe\u0301 cheap', 'cheap', '-', '-:1:7:banned-term:Not this.'],
    ['a\nb\nc', 'b\nc', './a/b.txt', './a/b.txt:2:1:banned-term:Not this.'],
    ['又便宜', '便宜', 'a.txt', 'a.txt:1:2:banned-term:Not this.'],
    ['nothing', 0, 'a.txt', 'a.txt:1:1:banned-term:Not this.'],
  ])('%j at %j', (source, at, file, expected) => {
    expect(print('line', reportOf(source, [{ at }], file))).toBe(expected);
  });

  test('keeps a message on its line, and other rules by their own names', () => {
    const file = reportOf('tea', [{ at: 'tea', rule: 'Google.Spacing', message: 'One\n  two: “tea”' }]);
    expect(print('line', file)).toBe('a.txt:1:1:Google.Spacing:One two: “tea”');
  });
});

describe('github', () => {
  test.each([
    ['tea cheap', 'cheap', 'a.txt', 'file=a.txt,line=1,endLine=1,col=5,endColumn=10'],
    ['🌿 cheap', 'cheap', 'my post.txt', 'file=my post.txt,line=1,endLine=1,col=4,endColumn=9'],
    ['é\r\ncheap', 'cheap', 'a,b:c%.txt', 'file=a%2Cb%3Ac%25.txt,line=2,endLine=2,col=1,endColumn=6'],
    ['a\nb\nc', 'b\nc', 'μ.txt', 'file=μ.txt,line=2,endLine=3'],
    ['nothing', 7, 'a.txt', 'file=a.txt,line=1,endLine=1,col=8,endColumn=8'],
  ])('%j at %j', (source, at, file, properties) => {
    expect(print('github', reportOf(source, [{ at }], file))).toBe(
      `::error ${properties},title=banned-term::Not this.`,
    );
  });

  test.each([
    ['error', '::error'],
    ['warning', '::warning'],
    ['suggestion', '::notice'],
  ] as const)('%s is %s', (severity, command) => {
    expect(print('github', reportOf('tea', [{ at: 'tea', severity }]))).toMatch(
      new RegExp(`^${command} `, 'u'),
    );
  });

  test('escapes what would end a message, and leaves colons and commas in it alone', () => {
    const message = '100%: one,\r\ntwo\n::error ::';
    expect(print('github', reportOf('tea', [{ at: 'tea', message }]))).toMatch(
      /::100%25: one,%0D%0Atwo%0A::error ::$/u,
    );
  });
});

describe('rdjson', () => {
  const diagnosticsOf = (...files: readonly ReturnType<typeof reportOf>[]): unknown[] =>
    JSON.parse(print('rdjson', ...files)).diagnostics;

  test('is a DiagnosticResult in UTF-8 columns, with the fix as its suggestion', () => {
    const source = '🌿 φτηνό';
    const fix = { start: 3, end: 8, text: 'προσιτό' };
    const file = reportOf(source, [{ at: 'φτηνό', fix, suggestions: ['οικονομικό'] }], 'a b/μ.txt');
    const range = { start: { line: 1, column: 6 }, end: { line: 1, column: 16 } };
    expect(JSON.parse(print('rdjson', file))).toEqual({
      source: { name: 'cantus' },
      diagnostics: [
        {
          message: 'Not this.',
          location: { path: 'a b/μ.txt', range },
          severity: 'ERROR',
          code: { value: 'banned-term' },
          suggestions: [{ range, text: 'προσιτό' }],
        },
      ],
    });
  });

  test.each([
    ['error', 'ERROR'],
    ['warning', 'WARNING'],
    ['suggestion', 'INFO'],
  ] as const)('%s is %s', (severity, expected) => {
    expect(diagnosticsOf(reportOf('tea', [{ at: 'tea', severity }]))).toMatchObject([{ severity: expected }]);
  });

  test('offers the replacements to choose from where nothing is fixed safely', () => {
    expect(diagnosticsOf(reportOf('tea', [{ at: 'tea', suggestions: ['chai', 'té'] }]))).toMatchObject([
      { suggestions: [{ text: 'chai' }, { text: 'té' }] },
    ]);
  });

  test('ranges may be empty or run over lines', () => {
    expect(diagnosticsOf(reportOf('é\r\nb\r\nc', [{ at: 0 }, { at: 'b\r\nc' }]))).toMatchObject([
      { location: { range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } } },
      { location: { range: { start: { line: 2, column: 1 }, end: { line: 3, column: 2 } } } },
    ]);
  });
});

describe('sarif', () => {
  const validate = new Ajv({ allErrors: true }).compile(schema);
  const logOf = (...files: readonly ReturnType<typeof reportOf>[]) => {
    const log = JSON.parse(print('sarif', ...files));
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    return log.runs[0];
  };

  test('has the tool, the rules that found something with their help, and the results', () => {
    const fix = { start: 3, end: 8, text: 'dear' };
    const run = logOf(
      reportOf('🌿 cheap', [{ at: 'cheap', fix }]),
      reportOf(
        'tea',
        [{ at: 'tea', rule: 'Google.Tea', severity: 'suggestion', suggestions: ['chai'] }],
        'b',
      ),
      reportOf('', [], 'c.txt'),
    );
    expect(run.tool.driver).toMatchObject({
      name: 'cantus',
      version: '1.2.3',
      rules: [
        { id: 'Google.Tea' },
        {
          id: 'banned-term',
          help: { text: expect.stringContaining('banned') },
          defaultConfiguration: { level: 'error' },
        },
      ],
    });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.artifacts.map((one: { location: { uri: string } }) => one.location.uri)).toEqual([
      'a.txt',
      'b',
      'c.txt',
    ]);
    expect(run.results).toMatchObject([
      {
        ruleId: 'banned-term',
        ruleIndex: 1,
        level: 'error',
        message: { text: 'Not this.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a.txt', uriBaseId: '%SRCROOT%', index: 0 },
              region: { startLine: 1, startColumn: 4, endLine: 1, endColumn: 9, snippet: { text: 'cheap' } },
            },
          },
        ],
        partialFingerprints: { 'cantusFinding/v1': '0123456789abcdef0123456789abcdef' },
        suppressions: [],
        fixes: [
          {
            artifactChanges: [
              {
                replacements: [
                  { deletedRegion: { startColumn: 4, endColumn: 9 }, insertedContent: { text: 'dear' } },
                ],
              },
            ],
          },
        ],
      },
      { ruleId: 'Google.Tea', ruleIndex: 0, level: 'note', fixes: [{ description: { text: 'Suggestion' } }] },
    ]);
  });

  test.each([
    ['a.txt', 'a.txt'],
    ['./a.txt', 'a.txt'],
    ['../a.txt', '../a.txt'],
    ['my posts/launch day.md', 'my%20posts/launch%20day.md'],
    ['κείμενα/α.md', '%CE%BA%CE%B5%CE%AF%CE%BC%CE%B5%CE%BD%CE%B1/%CE%B1.md'],
    ['便宜.txt', '%E4%BE%BF%E5%AE%9C.txt'],
    ['50%#1?.txt', '50%25%231%3F.txt'],
    ['a:b.txt', 'a%3Ab.txt'],
    ['\uD83C.txt', '%EF%BF%BD.txt'],
    ['/srv/posts/a b.txt', 'file:///srv/posts/a%20b.txt'],
    [String.raw`C:\posts\a b.txt`, 'file:///C:/posts/a%20b.txt'],
    ['-', '-'],
  ])('the file %j is %s', (file, uri) => {
    const run = logOf(reportOf('tea', [{ at: 'tea' }], file));
    expect(run.artifacts[0].location.uri).toBe(uri);
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('a file named twice is one artifact', () => {
    const file = reportOf('tea', [{ at: 'tea', suggestions: ['chai', 'chai'] }]);
    const run = logOf(file, file);
    expect(run.artifacts).toHaveLength(1);
    expect(run.results).toHaveLength(2);
  });

  test('regions may be empty or run over lines', () => {
    const run = logOf(reportOf('a\r\n🌿b', [{ at: 0 }, { at: 'a\r\n🌿b' }]));
    const regions = run.results.map((one: { locations: [{ physicalLocation: { region: unknown } }] }) => {
      return one.locations[0].physicalLocation.region;
    });
    expect(regions).toMatchObject([
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
      { startLine: 1, startColumn: 1, endLine: 2, endColumn: 4 },
    ]);
  });
});

test.each(REPORT_FORMATS)('%s prints the same twice, and reports that nothing was found', (format) => {
  const files = [reportOf('cheap 🌿', [{ at: 'cheap' }]), reportOf('', [])];
  expect(print(format, ...files)).toBe(print(format, ...files));
  const empty = { stylish: 'No findings.', line: '', github: '' };
  const nothing = print(format, reportOf('tea', []));
  expect(nothing).toBe(
    format in empty ? Object.entries(empty).find(([name]) => name === format)?.[1] : nothing,
  );
  expect(nothing).not.toContain('banned-term');
});
