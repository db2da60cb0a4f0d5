/** Prints findings as a SARIF 2.1.0 log, for code scanning and editors. */
import { rules } from '../../rules/every-rule.ts';
import type { Finding, Fix, Range, Severity } from '../types.ts';
import { artifactLocation } from './artifact.ts';
import { spansOf } from './columns.ts';
import type { Span } from './columns.ts';
import type { FileReport } from './report-file.ts';
import type { ReportOptions } from './reporter.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', suggestion: 'note' };

const METAS = new Map(rules.map(({ meta }) => [meta.id, meta]));

type SpanOf = (range: Range) => Span;

/** The end column is the one behind the last character, as SARIF counts. */
function region({ start, end }: Span) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** What the registry knows of a rule; a rule that a guide brings itself is known by its id alone. */
function descriptor(id: string) {
  const meta = METAS.get(id);
  if (!meta) return { id };
  return {
    id,
    shortDescription: { text: meta.says },
    fullDescription: { text: meta.docs },
    help: { text: `${meta.says} ${meta.docs}` },
    defaultConfiguration: { level: LEVELS[meta.severity] },
    properties: { tags: meta.options },
  };
}

function fixOf(text: string, { start, end, text: inserted }: Fix, file: string, spanOf: SpanOf) {
  return {
    description: { text },
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file),
        replacements: [
          { deletedRegion: region(spanOf({ start, end })), insertedContent: { text: inserted } },
        ],
      },
    ],
  };
}

/** The safe fix first; the others need a person's choice. */
function fixesOf(finding: Finding, file: string, spanOf: SpanOf) {
  const { fix, suggestions = [], start, end } = finding;
  const safe = fix ? [fixOf('Fix', fix, file, spanOf)] : [];
  const others = [...new Set(suggestions)].map((text) =>
    fixOf('Suggestion', { start, end, text }, file, spanOf),
  );
  return [...safe, ...others];
}

function result(finding: Finding, index: number, file: string, artifact: number, spanOf: SpanOf) {
  const { rule, severity, message, evidence, fingerprint } = finding;
  const fixes = fixesOf(finding, file, spanOf);
  const snippet = evidence === '' ? {} : { snippet: { text: evidence } };
  const physicalLocation = {
    artifactLocation: { ...artifactLocation(file), index: artifact },
    region: { ...region(spanOf(finding)), ...snippet },
  };
  return {
    ruleId: rule,
    ruleIndex: index,
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation }],
    partialFingerprints: { 'cantusFinding/v1': fingerprint },
    suppressions: [],
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

type Indexes = ReadonlyMap<string, number>;

function resultsOf(files: readonly FileReport[], artifacts: Indexes, ids: Indexes) {
  return files.flatMap(({ file, findings, source }) => {
    const spanOf = spansOf(source, 'utf16');
    return findings.map((finding) =>
      result(finding, ids.get(finding.rule) ?? -1, file, artifacts.get(file) ?? -1, spanOf),
    );
  });
}

function indexesOf(names: readonly string[]): Indexes {
  return new Map([...new Set(names)].map((name, at) => [name, at]));
}

/** One run: every file as an artifact, every rule that found something with its help. */
export function reportSarif(files: readonly FileReport[], { version }: ReportOptions): string {
  const ids = indexesOf(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)).toSorted());
  // A file may be named twice; an artifact may not.
  const artifacts = indexesOf(files.map(({ file }) => file));
  const run = {
    tool: { driver: { name: 'cantus', version, rules: [...ids.keys()].map(descriptor) } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    defaultEncoding: 'utf-8',
    artifacts: [...artifacts.keys()].map((file) => ({
      location: artifactLocation(file),
      roles: ['analysisTarget'],
    })),
    results: resultsOf(files, artifacts, ids),
  };
  const $schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return JSON.stringify({ $schema, version: '2.1.0', runs: [run] }, null, 2);
}
