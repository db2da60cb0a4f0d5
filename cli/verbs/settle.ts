/** `cantus settle`: what became of an entry of which nobody knows whether it is live. */
import { Option } from 'commander';
import { Refused } from '../../functions/core/errors.ts';
import { withApi } from '../api.ts';
import { refusalIn } from '../api-problem.ts';
import { dataOption, examples, formatOption, workspaceOption } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly data: string;
  readonly workspace?: string;
  readonly format: Format;
  readonly as: 'published' | 'not-published';
  readonly part?: string;
}

const HELP = `
Look at the channel first. Settled as not published, the entry may be given another time; nothing is sent by itself.
Of a thread, or a post with a first comment, it is the one part of which nobody knows: settled as published, the rest follows.
${examples([
  'cantus settle 01JZ8W3T9Q6M4K2N7P5R1S0V8X --as published https://www.facebook.com/77_12',
  'cantus settle 01JZ8W3T9Q6M4K2N7P5R1S0V8X --as not-published',
  'cantus settle 01JZ8W3T9Q6M4K2N7P5R1S0V8X --as published --part "thread[1]"',
])}`;

const checkUrl = ({ as }: Options, url: string | undefined): void => {
  if (url === undefined) return;
  if (as === 'not-published')
    throw new Refused('invalid-input', 'A post that was not published has no address: leave it out.');
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol))
    throw new Refused('invalid-input', `"${url}" is not an address: expected https://…`);
};

export const settle: Verb = (command, terminal, end) => {
  command
    .argument('<entry>', 'the id, as cantus deliveries shows it')
    .argument('[url]', 'where the post is, where it was published')
    .addOption(
      new Option('--as <what>', 'what became of it')
        .choices(['published', 'not-published'])
        .makeOptionMandatory(),
    )
    .option('--part <name>', 'the part that you looked at; refused unless it is the unconfirmed one')
    .addOption(dataOption(terminal))
    .addOption(workspaceOption())
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async (entry: string, url: string | undefined, options: Options) => {
      checkUrl(options, url);
      const { data, workspace, format, as, part } = options;
      const asked = { data, ...(workspace !== undefined && { workspace }) };
      const settled = await withApi(terminal, asked, async (api) => {
        const param = { ws: api.workspace, e: entry };
        const entries = api.client.workspaces[':ws'].entries[':e'];
        const read = await entries.$get({ param });
        if (!read.ok) throw await refusalIn(read);
        const answer = await entries.settle.$post({
          param,
          header: { 'if-match': read.headers.get('etag') ?? '' },
          json: { as, ...(url !== undefined && { url }), ...(part !== undefined && { part }) },
        });
        if (!answer.ok) throw await refusalIn(answer);
        return answer.json();
      });
      if (format === 'json') printJson(terminal, settled);
      else printLine(terminal, `${settled.id} is ${settled.state}`);
      end(0);
    });
};
