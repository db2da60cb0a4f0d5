/** The example workspace as data: people, accounts, campaigns and what their calendar looks like around today. */
import guide from '../../brand-guide/guides/northwind-coffee.yaml?raw';
import beansByPost from '../adapters/local/example/beans-by-post.yaml?raw';
import calendar from '../adapters/local/example/calendar.json' with { type: 'json' };
import cherryColdBrew from '../adapters/local/example/cherry-cold-brew.yaml?raw';
import sundayGrowers from '../adapters/local/example/sunday-growers.yaml?raw';
import workspace from '../adapters/local/example/workspace.json' with { type: 'json' };
import { CHANNEL_IDS } from '../core/vocabulary.ts';
import { ROLES, type Role } from '../core/member.ts';

type ChannelId = (typeof CHANNEL_IDS)[number];

/** JSON brings its words as any text; here they become the closed ones. */
const oneOf = <T extends string>(words: readonly T[], word: string): T => {
  const found = words.find((one) => one === word);
  if (found === undefined) throw new TypeError(`${word} is none of ${words.join(', ')}`);
  return found;
};

/** What becomes of a post by today. */
const ENDS = ['published', 'scheduled', 'held', 'in-review'] as const;

export interface ExamplePost {
  readonly campaign: string;
  readonly channel: ChannelId;
  readonly ends: (typeof ENDS)[number];
  /** Days from today, and a time of day; absent where nothing is on the calendar yet. */
  readonly day?: number;
  readonly time?: string;
}

const members = workspace.members.map((member) => ({
  ...member,
  roles: member.roles.map((role): Role => oneOf(ROLES, role)),
}));

export const EXAMPLE = {
  workspace,
  members,
  accounts: workspace.accounts.map((account) => ({
    ...account,
    channel: oneOf(CHANNEL_IDS, account.channel),
    mode: 'preview' as const,
    zone: workspace.zone,
  })),
  guide,
  campaigns: new Map([
    ['cherry-cold-brew', cherryColdBrew],
    ['sunday-growers', sundayGrowers],
    ['beans-by-post', beansByPost],
  ]),
  begins: calendar.begins,
  posts: calendar.posts.map((post): ExamplePost => ({
    ...post,
    channel: oneOf(CHANNEL_IDS, post.channel),
    ends: oneOf(ENDS, post.ends),
  })),
  edit: calendar.edit,
} as const;
