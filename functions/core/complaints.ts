/** Gathers what is wrong in a document, so that a person is told all of it at once. */
import type { LocalProblem, Path } from '../../brand-guide/schema/document-problem.ts';

/** Says what is wrong at a place; `under` are further keys below the place. */
export type Complain = (message: string, ...under: Path) => void;

export class Complaints {
  readonly #problems: LocalProblem[] = [];

  get problems(): readonly LocalProblem[] {
    return this.#problems;
  }

  at(path: Path): Complain {
    return (message, ...under) => {
      this.#problems.push({ path: [...path, ...under], message });
    };
  }
}
