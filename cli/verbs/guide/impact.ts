/** `cantus guide impact`: what releasing the workspace's draft would change about its content. */
import { withApi } from '../../api.ts';
import { refusalIn } from '../../api-problem.ts';
import { impactLines } from '../../impact-text.ts';
import { dataOption, examples, formatOption, workspaceOption } from '../../options.ts';
import type { Format } from '../../options.ts';
import { printJson, printLine } from '../../output.ts';
import type { Verb } from '../../verb.ts';

interface Options {
  readonly data: string;
  readonly workspace?: string;
  readonly format: Format;
}

const HELP = `
Compares the draft with the guide that judges now, over everything scheduled and everything published in the last 90 days.
Asks the server of CANTUS_URL, or the one that has the data folder; with no server it opens the folder itself.
Exit status 1 when something scheduled would newly be blocked.
${examples(['cantus guide impact', 'cantus guide impact --workspace northwind-coffee --format json'])}`;

export const impact: Verb = (command, terminal, end) => {
  command
    .description('Say what releasing the draft would change about what is scheduled or published')
    .addOption(dataOption(terminal))
    .addOption(workspaceOption())
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async ({ data, workspace, format }: Options) => {
      const found = await withApi(
        terminal,
        { data, ...(workspace !== undefined && { workspace }) },
        async (api) => {
          const param = { ws: api.workspace };
          const answer = await api.client.workspaces[':ws'].guide.draft.impact.$get({ param });
          if (!answer.ok) throw await refusalIn(answer);
          return answer.json();
        },
      );
      if (format === 'json') printJson(terminal, found);
      else for (const line of impactLines(found, terminal.paint)) printLine(terminal, line);
      end(found.scheduled.newlyBlocks > 0 ? 1 : 0);
    });
};
