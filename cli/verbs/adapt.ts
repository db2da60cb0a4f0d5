/** `cantus adapt`: gives a campaign its voice on every channel. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import { openGuide } from '../default-guide.ts';
import { openCampaign } from '../open-campaign.ts';
import { notCheckedLine } from '../not-checked.ts';
import { channelsOption, examples, formatOption, guideOption, localesOption } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import type { Verb } from '../verb.ts';
import { voiceJson } from '../voice-json.ts';
import { voiceText } from '../voice-text.ts';
import { compiling, voicesOf } from '../voices.ts';
import { writeEmails } from '../write-emails.ts';

interface Options {
  readonly step?: string;
  readonly channel?: readonly ChannelId[];
  readonly locale?: readonly string[];
  readonly as?: string;
  readonly guide?: string;
  readonly html?: string;
  readonly format: Format;
}

const HELP = `
Free text (a .txt or .md file) may stand for a campaign: it needs --channel and --locale. What is read as headline, body,
details, call to action, hashtags, small print and facts is said on standard error, with its place in the text.
Exit status 1 when a finding blocks.
${examples([
  'cantus adapt campaign.yaml --guide guide.yaml',
  'cantus adapt campaign.yaml --channel sms --channel x --locale el-GR --format json',
  'cantus adapt campaign.yaml --channel x --as thread',
  'cantus adapt campaign.yaml --channel email --html letters',
  'cantus adapt letter.txt --channel facebook --locale en-IE',
])}`;

export const adapt: Verb = (command, terminal, end) => {
  command
    .argument('<campaign>', 'a campaign file, YAML or JSON, a text, or - for standard input')
    .option('--step <step>', 'only this step')
    .addOption(channelsOption())
    .addOption(localesOption())
    .option('--as <format>', 'the format of the posts, such as thread or story, on channels that have it')
    .addOption(guideOption())
    .option('--html <folder>', 'also write each e-mail there, as HTML and as plain text')
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (file: string, { guide: named, format, html, ...selection }: Options) => {
      const { guide, announce } = await openGuide(terminal, named);
      const campaign = await openCampaign(terminal, file, selection, guide);
      const voices = voicesOf(terminal, campaign, selection, compiling(guide));
      announce();
      if (html !== undefined) await writeEmails(terminal, html, voices, guide);
      if (format === 'json') printJson(terminal, voices.map(voiceJson));
      else
        printLine(
          terminal,
          [
            ...voices.map((voice) => voiceText(voice, terminal.paint)),
            ...notCheckedLine(voices).map((line) => terminal.paint.dim(line)),
          ].join('\n\n'),
        );
      const blocked = voices.some(({ adapted }) => adapted.findings.some(({ gate }) => gate === 'block'));
      end(blocked ? 1 : 0);
    });
};
