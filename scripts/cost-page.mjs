/** Writes infra/COST.md from infra/figures.json: what posts cost on AWS, with the arithmetic. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formattedPage } from './formatted-page.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const figures = JSON.parse(await readFile(join(ROOT, 'infra', 'figures.json'), 'utf8'));
const { prices, work, assumptions, small, large, busy, goal } = figures;
const MADE = '<!-- Made by scripts/cost-page.mjs from infra/figures.json. Change that, then run it. -->';

const kilobytes = assumptions.itemKilobytes.value;
const batch = small.batchSize;
const { earlyWakeSeconds, untilCallSeconds, callSeconds } = assumptions;
const batchSeconds = earlyWakeSeconds.value + untilCallSeconds.value + callSeconds.value;

/** Half a unit for each 4 kB of what is on the calendar around a post, read up to where its workspace is busy. */
const calendarRows = busy.from + 1;
const calendarUnits = (calendarRows * kilobytes) / 4 / 2;

/** Of one post: its count, and how it comes about. */
const LINES = [
  { what: 'Wake-ups', price: 'schedule', count: 1, how: 'one schedule' },
  {
    what: 'Queue',
    price: 'queueRequest',
    count: 2 + 4 / batch,
    how: `two messages sent, and for each a receive and a delete, ${batch} at a time`,
  },
  { what: 'Message groups', price: 'fairRequest', count: 2 + 4 / batch, how: 'the same requests' },
  {
    what: 'Function calls',
    price: 'functionRequest',
    count: 2 / batch,
    how: `two wake-ups, ${batch} at a time`,
  },
  {
    what: 'Function time',
    price: 'functionSecond',
    count: (batchSeconds * figures.memoryGigabytes) / batch,
    how: `${batchSeconds} s × ${figures.memoryGigabytes} GB, ${batch} at a time`,
  },
  {
    what: 'Rows written',
    price: 'writeUnit',
    count: (work.rowsWritten + work.conditionChecks) * kilobytes * 2 + work.rowsWritten * kilobytes * 3,
    how: `(${work.rowsWritten} rows + ${work.conditionChecks} check) × ${kilobytes} kB × 2 in transactions, and ${work.rowsWritten} × ${kilobytes} kB × 3 index rows at most`,
  },
  {
    what: 'Rows read',
    price: 'readUnit',
    count: work.rowsRead + 2 + calendarUnits,
    how: `${work.rowsRead} consistent reads, and 2 of the wake-up before, with ${calendarRows} rows of the calendar at most`,
  },
  { what: 'Events', price: 'event', count: work.events, how: `${work.events} on the bus` },
];

const usdOf = (line, count) => (count * prices[line.price].usd) / prices[line.price].per;

export const costsOf = (posts) =>
  LINES.map((line) => ({ what: line.what, count: line.count * posts, usd: usdOf(line, line.count * posts) }));

/** As if no two were woken together. */
const alone = (posts) =>
  LINES.reduce((sum, line) => {
    const times = line.price.startsWith('function') ? batch : 1;
    return sum + usdOf(line, line.count * posts * times);
  }, 0);

const money = (usd) => `$${usd.toFixed(4)}`;
const number = (count) => count.toLocaleString('en-GB', { maximumFractionDigits: 2 });
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const costRows = (posts) => {
  const costs = costsOf(posts);
  const rows = LINES.map((line, at) => {
    const { usd, per } = prices[line.price];
    return [line.what, line.how, number(costs[at].count), `${usd} / ${number(per)}`, money(costs[at].usd)];
  });
  const total = costs.reduce((sum, { usd }) => sum + usd, 0);
  return [...rows, ['**Together**', '', '', '', `**${money(total)}**`]];
};

const sourceRows = (figuresOf, value) =>
  Object.entries(figuresOf).map(([name, one]) => [
    name,
    value(one),
    one.note ?? '',
    `<${one.source}>`,
    one.date,
  ]);

const besideOthers = () => [
  '## One busy workspace beside others',
  `A workspace with more than ${busy.from} posts on its calendar in the half hour up to an instant is busy: its wake-ups wait in a queue of their own, with publishers of their own, ${busy.atOnce} at once. By the same simulation, while ${number(busy.posts)} posts of one workspace are due at one instant, the first call of every other comes within ${busy.othersWithinSeconds} s in both loads, also where each call takes ${busy.slowCallSeconds} s; in one queue others would wait for over ${busy.inOneQueueSeconds} s in the small load, and for as long as the slow calls take. The last of the busy one is called within ${busy.ownWithinSeconds} s in the small load, unless its provider lets it do less.`,
  `That counts on nothing which SQS does by itself. Both queues are fair ones as well: each message names its workspace's group, so that among busy workspaces the less busy one is to be served first. AWS names no time within which it notices, and [a measurement that others published](https://github.com/clep-raggedcloth/sqs-fair-queues-lab/tree/main/results/reaction-20260710T135904.281368175Z) (5,000 messages of 2 s, 100 functions at once) saw the slowest twentieth of the others' wait two minutes with groups as without. So a busy workspace may wait behind a busier one. All still share the table, the account's functions at once and Scheduler's calls a second.`,
];

function whileNothingIsDue() {
  const monthly = large.pollers * figures.hoursOfAMonth * prices.pollerHour.usd;
  const standing = Object.entries(figures.standing);
  const kept = standing.map(([name, count]) => `${count} × $${prices[name].usd}`).join(' + ');
  const looks = 2 * assumptions.emptyLooksPerMinute.value * 60 * figures.hoursOfAMonth;
  const looking = usdOf({ price: 'queueRequest' }, looks);
  const keeping = standing.reduce((sum, [name, count]) => sum + count * prices[name].usd, 0);
  return `The stack for a small load (the default) has no fixed cost but the sweep, which looks each minute, the looks at the queues, and what it keeps: a key, a secret and the ${figures.standing.alarmMetric} metrics that its alarms watch, ${kept} = $${keeping.toFixed(2)} a month. Lambda asks the two queues all the time whether there is something: 2 × ${assumptions.emptyLooksPerMinute.value} × 60 × ${figures.hoursOfAMonth} h = ${number(looks)} requests, $${looking.toFixed(2)} a month where they are not free. With \`-c load=large\`, ${large.pollers} pollers stand ready: ${large.pollers} × ${figures.hoursOfAMonth} h × $${prices.pollerHour.usd} = $${monthly.toFixed(2)} a month, and warming the table (${number(large.writeUnitsPerSecond)} write and ${number(large.readUnitsPerSecond)} read units a second) is charged once.`;
}

export async function costPage() {
  const posts = figures.postsPriced;
  const text = [
    '# What posts cost on AWS',
    MADE,
    `Prices of ${figures.region} in US dollars before tax, without the free amounts, for the publishing itself: from the schedule to the event that says what became of a post. Scheduling it over the API, storage, logs, media and what providers ask for are not in it. **Prices and quotas change, and most of these were not read at their source again: check them before you rely on a figure.** None of this was measured in an AWS account.`,
    `## ${number(posts)} posts`,
    table(['what', 'of one post', `of ${number(posts)}`, 'price in $', 'cost'], costRows(posts)),
    `Where wake-ups come one at a time and not ${batch} at once, the function's calls and time are ${batch} times that: $${alone(posts).toFixed(4)} together.`,
    '## While nothing is due',
    whileNothingIsDue(),
    '## What each load is good for',
    `The goal is a first call within ${goal.firstCallWithinSeconds} s of the instant for ${goal.atShare * 100} in a hundred posts. By the simulation in \`tests/infra/publishing-path.ts\`, the small load holds it at 20 posts a second, and the large one at ${number(goal.postsPerSecond)}: ${large.pollers} pollers read batches of ${large.batchSize}, up to ${large.pollers * 10} at once. That needs the account's quota of ${number(figures.quotas.functionsAtOnce.value)} functions at once, which new accounts do not have, and Scheduler's of ${number(figures.quotas.schedulerInvocationsPerSecond.value)} calls a second. Posts of one workspace share a part of the calendar index, so a thousand a second are those of many workspaces. What a provider allows in a second is slower still.`,
    ...besideOthers(),
    '## Assumed, not measured',
    table(
      ['what', 'value', 'why'],
      Object.entries(assumptions).map(([name, { value, why }]) => [name, value, why]),
    ),
    '## Quotas',
    table(
      ['quota', 'value', 'note', 'source', 'date'],
      sourceRows(figures.quotas, ({ value }) => number(value)),
    ),
    '## Prices',
    table(
      ['price', 'value', 'note', 'source', 'date'],
      sourceRows(prices, ({ usd, per, unit }) => `$${usd} for ${number(per)} ${unit}`),
    ),
    '',
  ].join('\n\n');
  return formattedPage('../infra/COST.md', text);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  await writeFile(join(ROOT, 'infra', 'COST.md'), await costPage());
