/** What an import yields: sections of a guide, and what it could not carry over. */
import type { DocumentProblem, LocalProblem, Path } from '../schema/document-problem.ts';
import type { Guide } from '../schema/guide.ts';

export type GuideSections = { readonly [Name in keyof Guide]?: Partial<Guide[Name]> };

export interface Imported {
  readonly ok: true;
  readonly sections: GuideSections;
  /** In the order of the file, each with its place and why. */
  readonly notCarried: readonly DocumentProblem[];
}

/** `problems` says why the file cannot be read at all. */
export type ImportResult = Imported | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Notes, while a file is read, what of it has no place in a guide. */
export class Leftovers {
  private readonly noted: LocalProblem[] = [];

  note(path: Path, message: string): void {
    this.noted.push({ path, message, key: typeof path.at(-1) === 'string' });
  }

  /** Everything of `fields` but the fields that the guide takes. */
  noteOthers(fields: Fields, path: Path, taken: readonly string[], message: string): void {
    for (const name of Object.keys(fields)) if (!taken.includes(name)) this.note([...path, name], message);
  }

  placed(locate: (problem: LocalProblem) => DocumentProblem): DocumentProblem[] {
    return this.noted.map(locate).toSorted((a, b) => a.line - b.line || a.column - b.column);
  }
}
