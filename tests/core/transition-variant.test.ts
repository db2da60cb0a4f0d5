import { describe, expect, it } from 'vitest';
import { asId, type UserId } from '../../functions/core/ids.ts';
import { contentHash } from '../../functions/core/payload.ts';
import { covers, transitionVariant } from '../../functions/core/transition-variant.ts';
import {
  VARIANT_STATES,
  type Origin,
  type Variant,
  type VariantCommand,
} from '../../functions/core/variant.ts';
import { refusalOf } from '../support/refusal.ts';

const ann = asId<UserId>('01ANN');
const ben = asId<UserId>('01BEN');
const cleo = asId<UserId>('01CLEO');
const at = '2027-05-01T09:00:00Z';
const hashOf = (text: string) =>
  contentHash(
    { channel: 'x', format: 'post', locale: 'en-US', parts: [{ field: 'text', text }], media: [] },
    {},
  );
const hash = hashOf('one');

const submission = { hash, revision: 1, by: ann, at, acknowledged: ['f1'] };
const approval = { hash, revision: 1, by: ben, at, guideVersion: 3, waivers: ['f2'] };
const draft: Variant = {
  id: asId('01V'),
  place: { campaign: asId('01C'), step: 'main', channel: 'x', format: 'post', locale: 'en-US' },
  state: 'draft',
  revision: 1,
  edition: 1,
  inherits: true,
  authors: [ann],
};
const variantIn: Readonly<Record<(typeof VARIANT_STATES)[number], Variant>> = {
  draft,
  'in-review': { ...draft, state: 'in-review', submission },
  'changes-requested': { ...draft, state: 'changes-requested' },
  approved: {
    ...draft,
    state: 'approved',
    submission,
    approval: { ...approval, authors: [ann] },
    authors: [],
  },
};

const commands = {
  edit: { do: 'edit', by: cleo, origin: 'typed' },
  submit: { do: 'submit', submission },
  approve: { do: 'approve', approval, selfApproval: false },
  'request-changes': { do: 'request-changes', by: ben, hash },
  'withdraw-approval': { do: 'withdraw-approval', by: ben },
  'withdraw-submission': { do: 'withdraw-submission', by: ann },
  outdate: { do: 'outdate', by: cleo },
} as const satisfies Record<VariantCommand['do'], VariantCommand>;

/** Every state and every command. A dot is refused: `not-in-this-state`. */
const TABLE = `
                     draft      in-review          changes-requested  approved
edit                 draft      draft              draft              draft
submit               in-review  .                  .                  .
approve              .          approved           .                  .
request-changes      .          changes-requested  .                  .
withdraw-approval    .          .                  .                  draft
withdraw-submission  .          draft              .                  .
outdate              .          draft              .                  draft
`;
const EVENTS: Readonly<Record<keyof typeof commands, string>> = {
  edit: 'variant.edited',
  submit: 'variant.submitted',
  approve: 'variant.approved',
  'request-changes': 'variant.changes-requested',
  'withdraw-approval': 'variant.approval-withdrawn',
  'withdraw-submission': 'variant.submission-withdrawn',
  outdate: 'variant.outdated',
};
const [, ...lines] = TABLE.trim().split('\n');
const expectations = new Map(lines.map((line) => [line.split(/\s+/u)[0] ?? '', line.split(/\s+/u).slice(1)]));
const rows = Object.values(commands).flatMap((command) =>
  VARIANT_STATES.map((state) => ({
    command,
    name: command.do,
    state,
    next: expectations.get(command.do)?.[
      ['draft', 'in-review', 'changes-requested', 'approved'].indexOf(state)
    ],
  })),
);

const run = (variant: Variant, ...todo: VariantCommand[]): Variant =>
  todo.reduce((now, command) => transitionVariant(now, command, at).state, variant);

describe('every state and every command', () => {
  it.each(rows.filter(({ next }) => next === '.'))('$name in $state is refused', ({ command, state }) => {
    expect(refusalOf(() => transitionVariant(variantIn[state], command, at))).toBe('not-in-this-state');
  });

  it.each(rows.filter(({ next }) => next !== '.'))('$name in $state: $next', ({ command, state, next }) => {
    const { state: variant, events } = transitionVariant(variantIn[state], command, at);
    expect(variant.state).toBe(next);
    expect(variant.submission !== undefined).toBe(next === 'in-review' || next === 'approved');
    expect(events).toEqual([expect.objectContaining({ type: EVENTS[command.do] })]);
  });
});

describe('an approval', () => {
  const inReview = variantIn['in-review'];
  const approve = { do: 'approve', approval, selfApproval: false } as const;
  it.each<[string, Variant, VariantCommand, string | undefined]>([
    ['of the submitted text by another', inReview, approve, undefined],
    [
      'of another text',
      inReview,
      { ...approve, approval: { ...approval, hash: hashOf('two') } },
      'approval-does-not-cover',
    ],
    ['of what one typed', inReview, { ...approve, approval: { ...approval, by: ann } }, 'own-work'],
    [
      'of what one typed, where that is allowed',
      inReview,
      { ...approve, approval: { ...approval, by: ann }, selfApproval: true },
      undefined,
    ],
    [
      'by the one who only submitted',
      { ...inReview, authors: [cleo] },
      { ...approve, approval: { ...approval, by: ann } },
      undefined,
    ],
    [
      'changes asked for another text',
      inReview,
      { do: 'request-changes', by: ben, hash: hashOf('two') },
      'approval-does-not-cover',
    ],
    ['a submission of an older revision', { ...draft, revision: 2 }, { do: 'submit', submission }, 'stale'],
    [
      'adapting over a person’s edit',
      { ...draft, inherits: false },
      { do: 'edit', by: ann, origin: 'adapted' },
      'not-in-this-state',
    ],
  ])('%s', (_what, variant, command, code) => {
    expect(refusalOf(() => transitionVariant(variant, command, at))).toBe(code);
  });

  it('records its evidence, whose work it was, and that nobody approved their own', () => {
    const { state, events } = transitionVariant(inReview, approve, at);
    expect(state.approval).toEqual({ ...approval, authors: [ann] });
    expect(events[0]?.data).toEqual({
      revision: 1,
      hash,
      guideVersion: 3,
      waivers: ['f2'],
      selfApproval: false,
    });
  });

  it('says so where somebody did', () => {
    const own = { ...approve, approval: { ...approval, by: ann }, selfApproval: true };
    expect(transitionVariant(inReview, own, at).events[0]?.data).toMatchObject({ selfApproval: true });
  });

  it('outlives an edit but covers only its own text', () => {
    const edited = run(variantIn.approved, commands.edit);
    expect(covers(edited, hash)).toBe(true);
    expect(covers(edited, hashOf('two'))).toBe(false);
    expect(covers(draft, hash)).toBe(false);
  });

  it('can be withdrawn under a newer draft, which goes on', () => {
    const withdrawn = run(variantIn.approved, commands.edit, commands['withdraw-approval']);
    expect(withdrawn).toMatchObject({ state: 'draft', revision: 2, authors: [ann, cleo] });
    expect(covers(withdrawn, hash)).toBe(false);
  });

  it('once withdrawn, its authors may not approve the same text', () => {
    const again = run(variantIn.approved, commands['withdraw-approval'], commands.submit);
    const own = { ...approve, approval: { ...approval, by: ann } };
    expect(refusalOf(() => transitionVariant(again, own, at))).toBe('own-work');
  });
});

describe('authorship and inheritance', () => {
  it.each<[Origin, readonly UserId[], boolean, string]>([
    ['typed', [ann, cleo], false, 'variant.edited'],
    ['quick-fix', [ann], false, 'variant.edited'],
    ['fact-correction', [ann, cleo], true, 'variant.edited'],
    ['adapted', [ann], true, 'variant.adapted'],
  ])('%s', (origin, authors, inherits, type) => {
    const { state, events } = transitionVariant(draft, { do: 'edit', by: cleo, origin }, at);
    expect(state).toMatchObject({ authors, inherits, revision: 2 });
    expect(events).toEqual([{ type, data: { revision: 2, origin } }]);
  });

  it('names an author once, and starts anew after an approval', () => {
    const twice = run(draft, commands.edit, commands.edit);
    expect(twice.authors).toEqual([ann, cleo]);
    const submitted = run(twice, { do: 'submit', submission: { ...submission, revision: 3 } });
    expect(run(submitted, commands.approve).authors).toEqual([]);
  });
});
