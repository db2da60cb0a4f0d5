/** The variant's state machine: drafts, submissions, approvals. Pure. */
import { Refused } from './errors.ts';
import type { EventType } from './events.ts';
import type { ContentHash } from './payload.ts';
import { requireState, type Transition } from './transition.ts';
import { VARIANT_STATES, type Variant, type VariantCommand, type VariantState } from './variant.ts';

type Of<D extends VariantCommand['do']> = Extract<VariantCommand, { do: D }>;

const FROM: Readonly<Record<VariantCommand['do'], readonly VariantState[]>> = {
  edit: VARIANT_STATES,
  submit: ['draft'],
  approve: ['in-review'],
  'request-changes': ['in-review'],
  'withdraw-approval': VARIANT_STATES,
  'withdraw-submission': ['in-review'],
  outdate: ['in-review', 'approved'],
};

/** Whether the variant's approval stands for exactly this payload. */
export const covers = (variant: Variant, hash: ContentHash): boolean => variant.approval?.hash === hash;

/**
 * What becomes of a variant.
 * @throws Refused `not-in-this-state`; `stale` where the command speaks of another revision; `own-work`; `approval-does-not-cover`
 * where the decision is on another payload than the submitted one.
 */
export const transitionVariant = (
  variant: Variant,
  command: VariantCommand,
  _now: string,
): Transition<Variant> => {
  requireState('variant', command.do, variant.state, FROM[command.do]);
  switch (command.do) {
    case 'edit':
      return edit(variant, command);
    case 'submit':
      return submit(variant, command);
    case 'approve':
      return approve(variant, command);
    case 'request-changes':
      return requestChanges(variant, command);
    case 'outdate':
      return outdate(variant, command);
    case 'withdraw-approval':
      return withdrawApproval(variant);
    default:
      return withdrawSubmission(variant, command);
  }
};

const became = (
  variant: Variant,
  change: Partial<Variant>,
  type: EventType,
  data: Readonly<Record<string, unknown>>,
): Transition<Variant> => ({
  state: { ...variant, ...change, edition: variant.edition + 1 },
  events: [{ type, data: { revision: change.revision ?? variant.revision, ...data } }],
});

const unsubmitted = ({ submission: _withdrawn, ...variant }: Variant): Variant => variant;

/** Adapting and applying a quick fix are not authorship; a corrected fact is its corrector's. */
const edit = (variant: Variant, { by, origin }: Of<'edit'>): Transition<Variant> => {
  if (origin === 'adapted' && !variant.inherits)
    throw new Refused('not-in-this-state', 'A person has edited this variant: adapting again only proposes', {
      command: 'edit',
      origin,
    });
  const wrote = origin === 'typed' || origin === 'fact-correction';
  return became(
    unsubmitted(variant),
    {
      state: 'draft',
      revision: variant.revision + 1,
      inherits: variant.inherits && (origin === 'adapted' || origin === 'fact-correction'),
      authors: wrote ? [...new Set([...variant.authors, by])] : variant.authors,
    },
    origin === 'adapted' ? 'variant.adapted' : 'variant.edited',
    { origin },
  );
};

const submit = (variant: Variant, { submission }: Of<'submit'>): Transition<Variant> => {
  if (submission.revision !== variant.revision)
    throw new Refused('stale', `Revision ${submission.revision} is not the newest, ${variant.revision}`, {
      revision: variant.revision,
    });
  const { hash, acknowledged } = submission;
  return became(variant, { state: 'in-review', submission }, 'variant.submitted', { hash, acknowledged });
};

const approve = (variant: Variant, command: Of<'approve'>): Transition<Variant> => {
  const { approval, selfApproval } = command;
  requireSubmitted(variant, approval.hash);
  const own = variant.authors.includes(approval.by);
  if (own && !selfApproval)
    throw new Refused('own-work', 'Nobody approves what they wrote', { authors: variant.authors });
  const { hash, guideVersion, waivers } = approval;
  return became(
    variant,
    { state: 'approved', approval: { ...approval, authors: variant.authors }, authors: [] },
    'variant.approved',
    { hash, guideVersion, waivers, selfApproval: own },
  );
};

const requestChanges = (variant: Variant, { hash }: Of<'request-changes'>): Transition<Variant> => {
  requireSubmitted(variant, hash);
  return became(unsubmitted(variant), { state: 'changes-requested' }, 'variant.changes-requested', { hash });
};

const withdrawSubmission = (variant: Variant, { by }: Of<'withdraw-submission'>): Transition<Variant> =>
  became(unsubmitted(variant), { state: 'draft' }, 'variant.submission-withdrawn', { by });

/** The approval is kept: it covers the text again once the fact has its value back. Whoever changed the fact wrote. */
const outdate = (variant: Variant, { by }: Of<'outdate'>): Transition<Variant> =>
  became(
    unsubmitted(variant),
    { state: 'draft', authors: [...new Set([...variant.authors, by])] },
    'variant.outdated',
    { was: variant.state },
  );

/** An approval may be withdrawn while a newer edit is under way: entries that it covers must stop. Its authors are authors again. */
const withdrawApproval = (variant: Variant): Transition<Variant> => {
  const { approval, ...rest } = variant;
  if (approval === undefined)
    throw new Refused('not-in-this-state', 'This variant has no approval to withdraw', {
      state: variant.state,
      command: 'withdraw-approval',
    });
  const authors = [...new Set([...(approval.authors ?? []), ...variant.authors])];
  const { hash } = approval;
  return variant.state === 'approved'
    ? became(unsubmitted(rest), { state: 'draft', authors }, 'variant.approval-withdrawn', { hash })
    : became(rest, { authors }, 'variant.approval-withdrawn', { hash });
};

const requireSubmitted = (variant: Variant, hash: ContentHash): void => {
  if (variant.submission?.hash !== hash)
    throw new Refused(
      'approval-does-not-cover',
      'What is in review is another text than the one decided on',
      {
        submitted: variant.submission?.hash,
        decided: hash,
      },
    );
};
