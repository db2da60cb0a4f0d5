/** What a Mastodon instance shows of an account: every status since the call, or it is not known that there is none. */
import * as z from 'zod';
import type { Given, Job, ReadBack } from '../../ports/publisher.ts';
import { readJson } from '../publishing/answers.ts';
import { foundAmong, madeSince, plainOf, saysTheSame } from '../publishing/match.ts';
import { textOf } from '../publishing/parts.ts';
import { mastodonCall as call } from './publish-call.ts';
import { postedOf, Status } from './publish-status.ts';

/** What one page is asked for; a server may list fewer. */
const PAGE = 40;
const MOST_PAGES = 5;

const Me = z.object({ id: z.string(), statuses_count: z.number().optional() });
const Shown = Status.extend({ created_at: z.string(), reblog: z.unknown().optional() });
type Shown = z.infer<typeof Shown>;
const Page = z.array(Shown);

interface Listed {
  readonly statuses: readonly Shown[];
  /** Whether everything since the call is among them. */
  readonly isWhole: boolean;
}

const UNKNOWN = { is: 'unknown', reason: 'The instance does not show everything since the call.' } as const;

const isOlder = ({ created_at }: Shown, since: string): boolean => Date.parse(created_at) < Date.parse(since);

/** Down to a status from before the call; a list that ends before that must be as long as the account says. */
async function listed(
  given: Given,
  { id, statuses_count }: z.infer<typeof Me>,
  since: string,
): Promise<Listed> {
  const statuses: Shown[] = [];
  const isAll = (): boolean => statuses_count !== undefined && statuses.length >= statuses_count;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const last = statuses.at(-1)?.id;
    const before = last === undefined ? '' : `&max_id=${encodeURIComponent(last)}`;
    const path = `/api/v1/accounts/${id}/statuses?limit=${PAGE}${before}`;
    const page = Page.safeParse(readJson(await call(given, 'GET', path))).data;
    if (!page) return { statuses, isWhole: false };
    statuses.push(...page);
    if (page.some((one) => isOlder(one, since))) return { statuses, isWhole: true };
    if (page.length === 0 || isAll()) break;
  }
  return { statuses, isWhole: isAll() };
}

/** A list may lag behind: one that is shorter than it must be proves no absence. */
export async function readBack(given: Given, job: Job): Promise<ReadBack> {
  const me = Me.safeParse(readJson(await call(given, 'GET', '/api/v1/accounts/verify_credentials'))).data;
  if (!me) return { is: 'unknown', reason: 'The instance does not say what was posted.' };
  const since = madeSince(job);
  const { statuses, isWhole } = await listed(given, me, since);
  const ours = statuses.filter(
    (one) => !isOlder(one, since) && !one.reblog && saysTheSame(plainOf(one.content), textOf(job)),
  );
  return foundAmong(ours.map(postedOf), isWhole ? { is: 'absent' } : UNKNOWN);
}
