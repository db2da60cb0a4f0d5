/** Reads an INI file into its sections: every value of a key is kept, and where it stands. */
import type { Fault, TextFile } from './types.ts';

export interface IniKey {
  readonly name: string;
  readonly values: readonly string[];
  readonly line: number;
  readonly column: number;
}

export interface IniSection {
  /** Empty for what stands before the first section. */
  readonly name: string;
  readonly line: number;
  readonly keys: ReadonlyMap<string, IniKey>;
}

export interface IniFile {
  readonly sections: readonly IniSection[];
  readonly faults: readonly Fault[];
}

interface OpenSection {
  readonly name: string;
  readonly line: number;
  readonly keys: Map<string, IniKey>;
}

/** A mark ends a value only after a space, so that `#` may stand in an address. */
function withoutRemark(value: string): string {
  const at = value.search(/\s[#;]/u);
  return (at < 0 ? value : value.slice(0, at)).trim();
}

function valueOf(written: string): string {
  const value = written.trim();
  const quote = /^("""|"|'|`)/u.exec(value)?.[1];
  if (quote !== undefined) {
    const close = value.indexOf(quote, quote.length);
    if (close > 0 && /^\s*(?:[#;].*)?$/u.test(value.slice(close + quote.length)))
      return value.slice(quote.length, close);
  }
  return /^[#;]/u.test(value) ? '' : withoutRemark(value);
}

/** Lines, those that end in a backslash joined with the next. */
function* logicalLines(text: string): Iterable<{ readonly line: number; readonly text: string }> {
  let held: { readonly line: number; readonly text: string } | undefined;
  for (const [at, written] of text.split(/\r\n|\n|\r/u).entries()) {
    const line = held?.line ?? at + 1;
    const joined = (held?.text ?? '') + (held ? written.trimStart() : written);
    held = undefined;
    if (/(?<!\\)\\\s*$/u.test(joined) && !/^\s*[#;]/u.test(joined))
      held = { line, text: joined.replace(/\\\s*$/u, '') };
    else yield { line, text: joined };
  }
  if (held) yield held;
}

function keyIn(
  text: string,
  line: number,
): { readonly name: string; readonly value: string; readonly column: number } | undefined {
  const match = /^\s*(?:"([^"]+)"|([^=:]+?))\s*[=:](.*)$/su.exec(text);
  const name = match?.[1] ?? match?.[2];
  if (!match || name === undefined || line < 1) return undefined;
  return { name, value: valueOf(match[3] ?? ''), column: text.length - text.trimStart().length + 1 };
}

export function readIni({ path, text }: TextFile): IniFile {
  const sections = new Map<string, OpenSection>();
  const faults: Fault[] = [];
  const open = (name: string, line: number): OpenSection => {
    const section = sections.get(name) ?? { name, line, keys: new Map<string, IniKey>() };
    sections.set(name, section);
    return section;
  };
  let section = open('', 1);
  for (const { line, text: written } of logicalLines(text.replace(/^\uFEFF/u, ''))) {
    const trimmed = written.trim();
    if (trimmed === '' || /^[#;]/u.test(trimmed)) continue;
    const header = /^\[(.*)\]\s*(?:[#;].*)?$/u.exec(trimmed)?.[1];
    if (header !== undefined) {
      section = open(header, line);
      continue;
    }
    const key = keyIn(written, line);
    if (!key) {
      faults.push({
        path,
        line,
        column: 1,
        message: `expected a [section] or 'key = value', found '${trimmed}'`,
      });
      continue;
    }
    const before = section.keys.get(key.name);
    const { name, value, column } = key;
    section.keys.set(
      name,
      before ? { ...before, values: [...before.values, value] } : { name, values: [value], line, column },
    );
  }
  return { sections: [...sections.values()], faults };
}
