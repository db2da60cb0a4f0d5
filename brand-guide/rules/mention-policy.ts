/** Holds mentions to the guide: which handles, and how many. */
import { foldText } from '../engine/fold.ts';
import type { Check, Part, Report, Rule, RuleContext, Scope } from '../engine/types.ts';
import { nearMiss } from '../schema/near-miss.ts';
import type { MentionPolicy } from '../schema/social.ts';

interface Handle extends Scope {
  readonly part: Part;
  /** As it compares: folded, without the sign. */
  readonly name: string;
}

const nameOf = (handle: string): string => foldText(handle.trim().replace(/^[@＠]/u, ''));

function handlesOf({ subject, scopes }: RuleContext): Handle[] {
  return subject.parts.flatMap((part) =>
    scopes(part)
      .filter(({ kind }) => kind === 'handle')
      .map((scope) => ({ ...scope, part, name: nameOf(part.text.slice(scope.start, scope.end)) })),
  );
}

function at({ part, start, end }: Handle, message: string): Report {
  return { field: part.field, start, end, message };
}

function* unknown(allowed: ReadonlySet<string>, handles: readonly Handle[]): Iterable<Report> {
  for (const handle of handles) {
    if (allowed.has(handle.name)) continue;
    const near = nearMiss(handle.name, [...allowed]);
    const advice = near === undefined ? 'remove it or write the name' : `did you mean @${near}?`;
    const report = at(
      handle,
      `@${handle.name} is no handle that the guide allows; ${advice}${near === undefined ? '.' : ''}`,
    );
    yield near === undefined ? report : { ...report, suggestions: [`@${near}`] };
  }
}

function* tooMany({ max }: MentionPolicy, handles: readonly Handle[]): Iterable<Report> {
  const first = max === undefined ? undefined : handles[max];
  if (!first || max === undefined) return;
  yield at(first, `${handles.length} mentions, and the guide allows ${max}; remove ${handles.length - max}.`);
}

function checkWith(policy: MentionPolicy): Check {
  const allowed = policy.allow && new Set(policy.allow.map(nameOf));
  return function* check(context) {
    const handles = handlesOf(context);
    if (allowed) yield* unknown(allowed, handles);
    yield* tooMany(policy, handles);
  };
}

export const mentionPolicy: Rule = {
  meta: {
    id: 'mention-policy',
    says: 'Texts mention the handles that the guide allows, and no more of them than it allows.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Checks `mentions`: `allow` (handles with or without their sign, in any case; `@a@b.example` is another account than `@a`) and `max` over the whole subject. A handle that is nearly an allowed one is suggested as that one.',
    options: ['mentions'],
    examples: [
      {
        guide: { mentions: { allow: ['@NorthwindCoffee', 'fair@social.example'], max: 1 } },
        locale: 'en-US',
        accept: ['By @northwindcoffee.', 'By @Fair@social.example', 'Write to me@mail.example'],
        reject: [
          { text: 'By @northwindcofee', evidence: '@northwindcofee' },
          { text: 'By @fair', evidence: '@fair' },
          { text: '@northwindcoffee @northwindcoffee', evidence: '@northwindcoffee' },
        ],
      },
      {
        guide: { mentions: { allow: [] } },
        locale: 'zh-TW',
        accept: ['在家試戴'],
        reject: [{ text: '追蹤@lumen試戴', evidence: '@lumen' }],
      },
    ],
  },
  wanted: ({ mentions }) => mentions?.allow !== undefined || mentions?.max !== undefined,
  prepare: ({ mentions }) => checkWith(mentions ?? {}),
};
