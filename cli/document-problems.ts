/** Says what is wrong in a guide or a campaign file, and where. */
import { Refused } from '../functions/core/errors.ts';
import type { Problem } from '../functions/core/errors.ts';
import { shown } from './input.ts';

/** `guide.yaml:12:5: vocabulary.terms[3].status: expected …` */
export function problemLine(name: string, { file = name, line, column, path, message }: Problem): string {
  const place = line === undefined ? shown(file) : `${shown(file)}:${line}:${column ?? 1}`;
  return `${place}: ${path === '' ? '' : `${path}: `}${message}`;
}

/** The first problem in full, how many more there are, and where they are listed. */
export function refuseDocument(name: string, problems: readonly Problem[], listed?: string): Refused {
  const [first, ...others] = problems;
  const line = first ? problemLine(name, first) : `${shown(name)}: cannot be read`;
  const more =
    others.length === 0 ? '' : ` (and ${others.length} more${listed === undefined ? '' : `: ${listed}`})`;
  return new Refused('invalid-input', `${line}${more}`, { problems });
}
