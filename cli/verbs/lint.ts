/** `cantus lint`: checks texts against the brand guide, and fixes what can be fixed safely. */
import { Option } from 'commander';
import type { Channel } from '../../brand-guide/engine/channel.ts';
import { compileGuide } from '../../brand-guide/engine/lint.ts';
import type { FileReport } from '../../brand-guide/engine/report/report-file.ts';
import { Refused } from '../../functions/core/errors.ts';
import { checkerOf, lintSource } from '../lint-source.ts';
import type { Checked, Fixing } from '../lint-source.ts';
import { openGuide } from '../default-guide.ts';
import { channelOption, examples, guideOption, localeOption } from '../options.ts';
import { printReport, showFixed } from '../lint-report.ts';
import type { LintFormat } from '../lint-report.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly guide?: string;
  readonly channel?: Channel;
  readonly locale?: string;
  readonly format: LintFormat;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

const HELP = `
A file that cannot be read is said so, the others are still checked, and the exit status is 2.
--fix writes each file at once and keeps its mode; with - it prints the fixed text, and the findings go to standard error.
${examples([
  'cantus lint post.txt --guide guide.yaml',
  'cantus lint captions/*.txt --guide guide.yaml --channel instagram --locale el-GR --fix',
  'cantus lint post.txt --fix --dry-run',
  'cantus lint - --format json < post.txt',
])}`;

function fixingOf({ fix, dryRun }: Options): Fixing {
  if (dryRun && !fix) throw new Refused('invalid-input', '--dry-run says what --fix would do: give both');
  if (dryRun) return 'shown';
  return fix ? 'written' : 'none';
}

/** The file's report; undefined once its fault was said. */
async function attempt(terminal: Terminal, check: () => Promise<Checked>): Promise<Checked | undefined> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    terminal.say(`cantus: ${error.message}`);
    return undefined;
  }
}

function refuseTwoTexts(fixing: Fixing, format: LintFormat, files: readonly string[]): void {
  if (fixing === 'written' && format === 'json' && files.includes('-'))
    throw new Refused('invalid-input', '--fix with - prints the fixed text, so it cannot print json as well');
}

async function lintAll(terminal: Terminal, files: readonly string[], options: Options): Promise<ExitStatus> {
  const fixing = fixingOf(options);
  const { format, channel } = options;
  refuseTwoTexts(fixing, format, files);
  const { guide, announce } = await openGuide(terminal, options.guide);
  const locale = options.locale ?? guide.meta.language ?? 'en';
  const compiled = compileGuide(guide, { locale, ...(channel && { channel: channel.spec.id }) });
  const checker = checkerOf(compiled, channel);
  const reports: FileReport[] = [];
  for (const file of files) {
    const checked = await attempt(terminal, () => lintSource(terminal, file, checker, fixing));
    if (!checked) continue;
    showFixed(terminal, checked, fixing, format);
    reports.push({ file, findings: checked.findings, source: checked.after });
  }
  if (reports.length > 0) announce();
  const carriesText = fixing === 'shown' || (fixing === 'written' && files.includes('-'));
  printReport(terminal, reports, format, carriesText);
  if (reports.length < files.length) return 2;
  return reports.some(({ findings }) => findings.some(({ gate }) => gate === 'block')) ? 1 : 0;
}

export const lint: Verb = (command, terminal, end) => {
  command
    .argument('<files...>', 'text files, or - for standard input')
    .addOption(guideOption())
    .addOption(channelOption('the channel the texts are for: its limits and its counting'))
    .addOption(localeOption("the locale of the texts (default: the guide's own language)"))
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(['stylish', 'json'])
        .default('stylish'),
    )
    .option('--fix', 'apply the fixes that need no choice and change no fact')
    .option('--dry-run', 'with --fix: print what would change as a diff, and write nothing')
    .addHelpText('after', HELP)
    .action(async (files: string[], options: Options) => end(await lintAll(terminal, files, options)));
};
