/** `cantus guide import`: sections of a guide from a Vale style, a brand.yml or design tokens. */
import { Option } from 'commander';
import { stringify } from 'yaml';
import { loadGuide } from '../../../brand-guide/schema/load.ts';
import { gatherBases } from '../../base-files.ts';
import { problemLine, refuseDocument } from '../../document-problems.ts';
import { IMPORT_KINDS, readImport } from '../../import-source.ts';
import type { ImportedSource, ImportKind } from '../../import-source.ts';
import { readSource } from '../../input.ts';
import { mergeIntoGuide } from '../../merge-into-guide.ts';
import { examples, formatOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson } from '../../output.ts';
import { replaceFile } from '../../replace-file.ts';
import type { Terminal } from '../../terminal.ts';
import type { Verb } from '../../verb.ts';

interface Options {
  readonly from?: ImportKind;
  readonly into?: string;
  readonly format: Format;
}

const HELP = `
Prints the sections as YAML; what could not be carried over is told on standard error, each with its place and why.
${examples([
  'cantus guide import styles/Microsoft',
  'cantus guide import _brand.yml --into guide.yaml',
  'cantus guide import colours.tokens.json --format json',
])}`;

/** @throws Refused `invalid-input` where the guide would be none any more. */
async function mergeInto(
  terminal: Terminal,
  into: string,
  sections: ImportedSource['sections'],
): Promise<void> {
  const { text } = await readSource(terminal, into);
  const load = async (source: string) =>
    loadGuide(source, { name: into, bases: await gatherBases(terminal, { name: into, source }) });
  const before = await load(text);
  if (!before.ok) throw refuseDocument(into, before.problems, `cantus guide check ${into} lists them`);
  const merged = mergeIntoGuide(text, sections);
  const after = await load(merged);
  if (!after.ok) throw refuseDocument(`${into} with what is imported`, after.problems);
  await replaceFile(terminal, into, merged);
}

function tell(terminal: Terminal, { name, notCarried }: ImportedSource): void {
  for (const problem of notCarried) terminal.say(`not carried over: ${problemLine(name, problem)}`);
}

export const importVerb: Verb = (command, terminal, end) => {
  command
    .description('Turn a Vale style, a brand.yml or design tokens into sections of a guide')
    .argument(
      '<file>',
      "a Vale style's folder, a brand.yml, a file of design tokens, or - for standard input",
    )
    .addOption(
      new Option('--from <kind>', 'what it is (default: told by its name and content)').choices(IMPORT_KINDS),
    )
    .option('--into <guide>', 'merge the sections into this guide, which keeps its comments')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { from, into, format }: Options) => {
      const imported = await readImport(terminal, file, from);
      const { sections, notCarried } = imported;
      if (into !== undefined) await mergeInto(terminal, into, sections);
      tell(terminal, imported);
      if (format === 'json')
        printJson(terminal, { file, ...(into !== undefined && { into }), sections, notCarried });
      else if (into === undefined) terminal.print(stringify(sections, { aliasDuplicateObjects: false }));
      else terminal.say(`${into}: merged ${Object.keys(sections).join(', ')}.`);
      end(0);
    });
};
