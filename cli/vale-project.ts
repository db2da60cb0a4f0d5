/** Opens a `.vale.ini` with everything that it names, and says what of it is not run. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { readConfiguration } from '../brand-guide/vale/configuration.ts';
import { wantedNames } from '../brand-guide/vale/file-settings.ts';
import { findingsOf } from '../brand-guide/vale/findings.ts';
import { valeProject } from '../brand-guide/vale/project.ts';
import type { Fault } from '../brand-guide/vale/types.ts';
import type { Finding } from '../brand-guide/engine/types.ts';
import { Refused } from '../functions/core/errors.ts';
import { readSource } from './input.ts';
import type { Terminal } from './terminal.ts';
import { readStyles, readVocabularies, readWordLists, stylesFolders } from './vale-files.ts';
import { spellers } from './vale-speller.ts';

export interface ValeChecker {
  /** Findings over the text as it is. @throws Refused `invalid-input` for a file in markup or code that only Vale reads. */
  readonly check: (file: string, text: string) => readonly Finding[];
  /** Whether something of the configuration could not be taken; it was said. */
  readonly faulty: boolean;
}

const said = ({ path, line, column, message }: Fault): string => `${path}:${line}:${column}: ${message}`;

/** Says each fault and each remark on standard error. @throws Refused `invalid-input` where nothing can be run. */
export async function openVale(terminal: Terminal, path: string): Promise<ValeChecker> {
  const { text } = await readSource(terminal, path);
  const configuration = readConfiguration({ path, text });
  const folders = stylesFolders(configuration, terminal.folder);
  const { styles, rules } = wantedNames(configuration);
  const names = new Set([...styles, ...[...rules].map((rule) => rule.split('.')[0] ?? rule)]);
  names.delete('Vale');
  const absent = folders.find((folder) => !existsSync(folder));
  if (absent !== undefined)
    throw new Refused('invalid-input', `${path}: no StylesPath '${relative(terminal.folder, absent)}'`);
  const files = await readStyles(folders, names);
  const vocabulary = await readVocabularies(configuration, folders);
  const lists = await readWordLists(folders);
  const project = valeProject(
    configuration,
    { styles: files, words: vocabulary.words },
    { speller: spellers(folders), wordList: (name) => lists.get(name) },
  );
  const faults = [...project.faults, ...vocabulary.faults];
  for (const fault of [
    ...faults,
    ...configuration.remarks,
    ...project.styles.remarks,
    ...project.styles.skipped,
  ])
    terminal.say(`cantus: ${said(fault)}`);
  if (configuration.packages.length > 0)
    terminal.say(`cantus: ${path}: packages are not downloaded: ${configuration.packages.join(', ')}`);
  return {
    faulty: faults.length > 0,
    check: (file, source) => {
      const alerts = project.lint(file, source);
      if (alerts) return findingsOf(alerts, source, 'text');
      throw new Refused(
        'invalid-input',
        `${file}: only Vale reads this format; map it to md, html or txt under [formats]`,
      );
    },
  };
}
