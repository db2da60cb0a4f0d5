/** A complaint about a document, with its place. */

/** Keys and list indexes from the root. */
export type Path = readonly (string | number)[];

/** What is wrong in a file: where in the document, where in the file (1-based), what was found and what was expected. */
export interface DocumentProblem {
  /** The file, where it is another than the one that was read: a guide that it extends. */
  readonly file?: string;
  /** Such as `vocabulary.terms[3].status`; empty for the whole document. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A problem before it is given its place; `key` points at the last key of the path rather than at its value. */
export interface LocalProblem {
  readonly path: Path;
  readonly message: string;
  readonly key?: boolean;
}

/** `['terms', 3, 'status']` as `terms[3].status`. */
export function readablePath(path: Path): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return `[${step}]`;
      const plain = /^[^\s.[\]"]+$/u.test(step) ? step : JSON.stringify(step);
      return at === 0 ? plain : `.${plain}`;
    })
    .join('');
}
