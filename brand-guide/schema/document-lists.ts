/** Finds ids that two items of one list share. */
import type { LocalProblem, Path } from './document-problem.ts';
import { walkDocument } from './walk-document.ts';

function idOf(item: unknown): string | undefined {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

function* repeated(list: readonly unknown[], path: Path): Iterable<LocalProblem> {
  const seen = new Map<string, number>();
  for (const [at, item] of list.entries()) {
    const id = idOf(item);
    const first = id === undefined ? undefined : seen.get(id);
    if (first !== undefined)
      yield {
        path: [...path, at, 'id'],
        message: `found the id \`${id}\` again; item ${first + 1} of this list has it already`,
      };
    else if (id !== undefined) seen.set(id, at);
  }
}

export function listProblems(value: unknown): LocalProblem[] {
  const problems: LocalProblem[] = [];
  walkDocument(value, (one, path) => {
    if (Array.isArray(one) && typeof one[0] === 'object') problems.push(...repeated(one, path));
    return undefined;
  });
  return problems;
}
