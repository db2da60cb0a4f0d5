/** Reads what a person names on the command line: a file, or `-` for standard input. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Refused } from '../functions/core/errors.ts';
import type { Terminal } from './terminal.ts';

export interface Source {
  /** As the person named it. */
  readonly name: string;
  readonly text: string;
  /** Whether a byte order mark stood before the text. */
  readonly marked: boolean;
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'is a folder, expected a file',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'too many links',
  ENAMETOOLONG: 'no such file',
};

export const MARK = '\uFEFF';

export const shown = (name: string): string => (name === '-' ? 'standard input' : name);

/** What went wrong with a file; undefined for an error that is none of the file's. */
export function fileFault(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return WHY[code] ?? (/^E[A-Z]+$/u.test(code) ? code : undefined);
}

async function bytesOf(terminal: Terminal, name: string): Promise<Uint8Array> {
  if (name === '-') return terminal.input();
  try {
    return await readFile(resolve(terminal.folder, name));
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    throw new Refused('invalid-input', `${name}: ${why}`);
  }
}

function decode(bytes: Uint8Array, name: string): string {
  if (bytes.includes(0))
    throw new Refused('invalid-input', `${shown(name)}: is a binary file, expected text`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refused('invalid-input', `${shown(name)}: is not UTF-8 text`);
  }
}

/** UTF-8, without its byte order mark. @throws Refused `invalid-input` for a file that is missing, binary or in another encoding. */
export async function readSource(terminal: Terminal, name: string): Promise<Source> {
  const text = decode(await bytesOf(terminal, name), name);
  const marked = text.startsWith(MARK);
  return { name, text: marked ? text.slice(1) : text, marked };
}

/** The text without the one line end that editors and `echo` put at the end of a file. */
export function withoutFinalNewline(text: string): string {
  return text.replace(/\r?\n$/u, '');
}

export interface JsonLine {
  /** 1-based. */
  readonly number: number;
  readonly value: unknown;
}

/** JSON Lines, one by one. @throws Refused `invalid-input` at the first line that is not JSON. */
export function* jsonLines({ name, text }: Source): Iterable<JsonLine> {
  const lines = text.split('\n');
  if (lines.at(-1)?.trim() === '') lines.pop();
  for (const [at, line] of lines.entries()) yield { number: at + 1, value: parse(line, name, at + 1) };
}

function parse(line: string, name: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw badLine(name, number, line.trim() === '' ? 'is empty' : `is not JSON: ${error.message}`);
  }
}

export function badLine(name: string, number: number, why: string): Refused {
  return new Refused('invalid-input', `${shown(name)}: line ${number} ${why}`);
}
