/** Comma-separated values as RFC 4180 has them: quoted fields, doubled quotes, line breaks in quotes. */

export interface CsvRow {
  /** Counted from 1, the header's own row included. */
  readonly line: number;
  readonly fields: readonly string[];
}

interface Reading {
  readonly rows: CsvRow[];
  fields: string[];
  line: number;
  began: number;
}

/** A quoted field up to its closing quote, or a bare one up to the next separator. */
const FIELD = /"((?:[^"]|"")*)"|([^,\r\n"]*)/uy;

const endRow = (reading: Reading): void => {
  const { rows, fields, began } = reading;
  if (fields.some((field) => field.trim() !== '')) rows.push({ line: began, fields });
  reading.fields = [];
  reading.began = reading.line;
};

const lineBreaksIn = (text: string): number => text.split('\n').length - 1;

/** Rows without a single filled field are left out. Undefined where a quote is never closed or something follows one. */
export function readCsv(text: string): readonly CsvRow[] | undefined {
  const reading: Reading = { rows: [], fields: [], line: 1, began: 1 };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at <= text.length) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) return undefined;
    reading.fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    reading.line += lineBreaksIn(match[0]);
    at += match[0].length;
    const separator = text.startsWith('\r\n', at) ? '\r\n' : text.slice(at, at + 1);
    at += Math.max(1, separator.length);
    if (separator === ',') continue;
    if (separator !== '' && separator !== '\n' && separator !== '\r\n') return undefined;
    reading.line += separator === '' ? 0 : 1;
    endRow(reading);
  }
  return reading.rows;
}
