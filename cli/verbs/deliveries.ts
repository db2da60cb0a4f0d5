/** `cantus deliveries`: what was tried, what came of it, and what nobody knows. */
import { countsText } from '../../functions/core/sending.ts';
import { withApi } from '../api.ts';
import { refusalIn } from '../api-problem.ts';
import { dataOption, examples, formatOption, workspaceOption } from '../options.ts';
import type { Format } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { table } from '../table.ts';
import type { Verb } from '../verb.ts';

interface Options {
  readonly data: string;
  readonly workspace?: string;
  readonly format: Format;
  readonly unconfirmed?: true;
}

interface PartShown {
  readonly part: string;
  readonly outcome?: { readonly is: string } | undefined;
}

interface CountsShown {
  readonly sent: number;
  readonly rejected: number;
  readonly suppressed: number;
  readonly unconfirmed: number;
  readonly waiting?: number | undefined;
}

/** What is shown of an entry; the API's answer has more. */
interface Shown {
  readonly id: string;
  readonly state: string;
  readonly channel: string;
  readonly account: string;
  readonly slot: { readonly wall: string; readonly zone: string };
  readonly words: string;
  readonly parts?: readonly PartShown[] | undefined;
  readonly reached?: { readonly counts: CountsShown } | undefined;
  readonly hold?: { readonly says: string } | undefined;
  readonly outcome?: { readonly url?: string | undefined; readonly reason?: string | undefined } | undefined;
}

const HELP = `
The last three months and what is due now, the newest first; what nobody knows of, however old it is.
Asks the server of CANTUS_URL, or the one that has the data folder; with no server it opens the folder itself.
Exit status 1 when something is unconfirmed: look at the channel, then say cantus settle.
${examples(['cantus deliveries', 'cantus deliveries --unconfirmed --format json'])}`;

/** `1 of 3 parts are live (thread[0] unconfirmed): `, where not all are. */
const partsOf = (parts: readonly PartShown[]): string => {
  const live = parts.filter(({ outcome }) => outcome?.is === 'published').length;
  const trouble = parts.find(({ outcome }) => outcome !== undefined && outcome.is !== 'published');
  if (live === parts.length) return '';
  const where = trouble ? ` (${trouble.part} ${trouble.outcome?.is ?? ''})` : '';
  return `${live} of ${parts.length} parts are live${where}: `;
};

/** `40 sent, 8 waiting: `, of a send to people. */
const reachedOf = (reached: Shown['reached']): string =>
  reached ? `${countsText({ ...reached.counts, waiting: reached.counts.waiting ?? 0 })}: ` : '';

const rowOf = ({
  id,
  state,
  channel,
  account,
  slot,
  words,
  parts = [],
  reached,
  hold,
  outcome,
}: Shown): readonly string[] => [
  id,
  state,
  `${channel} ${account}`,
  `${slot.wall} ${slot.zone}`,
  partsOf(parts) + reachedOf(reached) + (outcome?.url ?? hold?.says ?? outcome?.reason ?? words),
];

export const deliveries: Verb = (command, terminal, end) => {
  command
    .option('--unconfirmed', 'only those of which nobody knows whether they are live')
    .addOption(dataOption(terminal))
    .addOption(workspaceOption())
    .addOption(formatOption())
    .addHelpText('after', HELP)
    .action(async ({ data, workspace, format, unconfirmed }: Options) => {
      const { items } = await withApi(
        terminal,
        { data, ...(workspace !== undefined && { workspace }) },
        async (api) => {
          const answer = await api.client.workspaces[':ws'].deliveries.$get({
            param: { ws: api.workspace },
            query: unconfirmed ? { state: 'unconfirmed' } : {},
          });
          if (!answer.ok) throw await refusalIn(answer);
          return answer.json();
        },
      );
      if (format === 'json') printJson(terminal, items);
      else if (items.length > 0) printLine(terminal, table(items.map(rowOf)));
      end(items.some(({ state }) => state === 'unconfirmed') ? 1 : 0);
    });
};
