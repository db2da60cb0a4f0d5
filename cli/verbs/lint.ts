/** `cantus lint`: checks texts against the brand guide, and fixes what can be fixed safely. */
import { Option } from 'commander';
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { REPORT_FORMATS } from '../../brand-guide/engine/report/registry.ts';
import type { ReportFormat } from '../../brand-guide/engine/report/registry.ts';
import { Refused } from '../../functions/core/errors.ts';
import { openGuide } from '../default-guide.ts';
import type { OpenedGuide } from '../default-guide.ts';
import type { LintRecipe } from '../lint-checker.ts';
import { findInputs } from '../lint-inputs.ts';
import { printReport, showFixed } from '../lint-report.ts';
import { lintAll } from '../lint-run.ts';
import type { Checked, Fixing, Outcome } from '../lint-source.ts';
import { channelIdOption, examples, guideOption, localeOption } from '../options.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly guide?: string;
  readonly channel?: ChannelId;
  readonly locale?: string;
  readonly vale?: string;
  readonly stdinName?: string;
  readonly format: ReportFormat;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

const HELP = `
A folder is searched for .md, .markdown, .html, .htm and .txt files; node_modules, dot folders and what its .gitignore
names are left out. A glob is read here if the shell has not; a leading ! leaves out what it matches.
A file that cannot be read is said so, the others are still checked, and the exit status is 2.
Markdown and HTML are linted by their prose, their headings as headlines; code and front matter are left out, and of
a link's target only where it goes is checked.
Ranges, lines and columns are those of the file without its byte order mark; they count UTF-16 units.
--fix writes each file at once and keeps its mode; with - it prints the fixed text, and the findings go to standard error.
--vale alone runs the Vale configuration as it stands; with --guide, both check.
${examples([
  'cantus lint post.txt --guide guide.yaml',
  'cantus lint docs README.md --guide guide.yaml --format github',
  "cantus lint 'captions/**/*.md' '!**/draft-*' --channel instagram --locale el-GR --fix",
  'cantus lint post.md --fix --dry-run',
  'cantus lint - --stdin-name post.md --format json < post.md',
  'cantus lint docs --vale .vale.ini --format line',
])}`;

function fixingOf({ fix, dryRun }: Options): Fixing {
  if (dryRun && !fix) throw new Refused('invalid-input', '--dry-run says what --fix would do: give both');
  if (dryRun) return 'shown';
  return fix ? 'written' : 'none';
}

function refuseTwoTexts(fixing: Fixing, format: ReportFormat, files: readonly string[]): void {
  if (fixing === 'written' && format !== 'stylish' && files.includes('-'))
    throw new Refused(
      'invalid-input',
      `--fix with - prints the fixed text, so it cannot print ${format} as well`,
    );
}

/** A Vale configuration needs no guide: one is not looked for where none is named. */
async function openRecipe(
  terminal: Terminal,
  { guide: named, vale, locale, channel }: Options,
): Promise<{ readonly recipe: LintRecipe; readonly announce: OpenedGuide['announce'] }> {
  const place = { ...(channel && { channel }), ...(vale !== undefined && { vale }) };
  if (vale !== undefined && named === undefined)
    return { recipe: { ...place, locale: locale ?? 'en' }, announce: () => undefined };
  const { guide, from, announce } = await openGuide(terminal, named);
  const guideFile = from.at(-1) ?? '-';
  return { recipe: { ...place, guide, guideFile, locale: locale ?? guide.meta.language ?? 'en' }, announce };
}

const isChecked = (outcome: Outcome): outcome is Checked => 'findings' in outcome;

/** Says what is wrong with files, shows what was fixed, prints the report. */
function tell(
  terminal: Terminal,
  outcomes: readonly Outcome[],
  fixing: Fixing,
  { format, stdinName }: Options,
  hasInput: boolean,
): void {
  for (const outcome of outcomes) {
    const fromInput = hasInput && outcome.file === (stdinName ?? '-');
    if (isChecked(outcome)) showFixed(terminal, outcome, fixing, { format, fromInput });
    else terminal.say(`cantus: ${outcome.fault}`);
  }
  const reports = outcomes
    .filter(isChecked)
    .map(({ file, findings, after }) => ({ file, findings, source: after }));
  printReport(terminal, reports, format, fixing === 'shown' || (fixing === 'written' && hasInput));
}

async function run(terminal: Terminal, files: readonly string[], options: Options): Promise<ExitStatus> {
  const fixing = fixingOf(options);
  refuseTwoTexts(fixing, options.format, files);
  const { recipe, announce } = await openRecipe(terminal, options);
  const { inputs, faults } = await findInputs(terminal, files, options.stdinName);
  for (const fault of faults) terminal.say(`cantus: ${fault}`);
  const { outcomes, notChecked, faulty } = await lintAll(terminal, inputs, { recipe, fixing });
  const checked = outcomes.filter(isChecked);
  if (checked.length > 0) {
    announce();
    for (const line of notChecked) terminal.say(terminal.paintTalk.dim(line));
  }
  tell(terminal, outcomes, fixing, options, files.includes('-'));
  if (faulty || faults.length > 0 || checked.length < outcomes.length) return 2;
  return checked.some(({ findings }) => findings.some(({ gate }) => gate === 'block')) ? 1 : 0;
}

export const lint: Verb = (command, terminal, end) => {
  command
    .argument('<files...>', 'files, folders or globs, or - for standard input')
    .addOption(guideOption())
    .addOption(channelIdOption('the channel the texts are for: its limits and its counting'))
    .addOption(localeOption("the locale of the texts (default: the guide's own language)"))
    .option('--vale <file>', 'check with this Vale configuration')
    .option('--stdin-name <file>', 'what - is called in reports; its extension tells the kind of text')
    .addOption(
      new Option('--format <format>', 'how findings are printed').choices(REPORT_FORMATS).default('stylish'),
    )
    .option('--fix', 'apply the fixes that need no choice and change no fact')
    .option('--dry-run', 'with --fix: print what would change as a diff, and write nothing')
    .addHelpText('after', HELP)
    .action(async (files: string[], options: Options) => end(await run(terminal, files, options)));
};
