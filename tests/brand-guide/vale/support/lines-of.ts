/** Runs a Vale configuration over one text, and prints what it found as Vale does, without the file's name. */
import { readConfiguration } from '../../../../brand-guide/vale/configuration.ts';
import { valeProject } from '../../../../brand-guide/vale/project.ts';
import type { ValeProject } from '../../../../brand-guide/vale/project.ts';
import type { ProjectWords } from '../../../../brand-guide/vale/vocabulary.ts';

const INI = 'StylesPath = s\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = T\n';

export interface Given {
  readonly ini?: string;
  readonly words?: ProjectWords;
}

const WORDS = new Set('this is a good word the of and it has some right ones'.split(' '));

/** `styles` are the files of the styles folder by their paths. */
export function projectOf(
  styles: Readonly<Record<string, string>>,
  { ini = INI, words }: Given = {},
): ValeProject {
  return valeProject(
    readConfiguration({ path: '.vale.ini', text: ini }),
    {
      styles: Object.entries(styles).map(([path, text]) => ({ path, text })),
      words: words ?? { accepted: [], rejected: [] },
    },
    {
      speller: (names) =>
        names.includes('none')
          ? undefined
          : { correct: (word) => WORDS.has(word.toLowerCase()), suggest: () => ['good'] },
      wordList: (name) => (name === 'names.txt' ? ['lumen', 'Kestrel'] : undefined),
    },
  );
}

export function linesOf(
  styles: Readonly<Record<string, string>>,
  given?: Given,
): (path: string, text: string) => string[] {
  const project = projectOf(styles, given);
  if (project.faults.length > 0) throw new Error(JSON.stringify(project.faults));
  return (path, text) =>
    (project.lint(path, text) ?? []).map(
      ({ line, column, rule, message }) => `${line}:${column}:${rule}:${message}`,
    );
}
