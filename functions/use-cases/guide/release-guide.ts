/** Releases the draft as the next version, which never changes again. */
import { testGuide } from '../../../brand-guide/engine/guide-test.ts';
import { runnableGuide } from '../../../brand-guide/engine/runnable-guide.ts';
import type { RuleImpact } from '../../../brand-guide/engine/impact.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { invalid, Refused } from '../../core/errors.ts';
import type { GuideHead, GuideVersion, RecordedImpact } from '../../core/guide-version.ts';
import { keys } from '../../core/keys.ts';
import { expectRev, load, put } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { holdNewlyFailing } from './hold-newly-failing.ts';
import { impactOf, type DraftImpact } from './impact-of-draft.ts';

export interface Released {
  readonly number: number;
  readonly applies: GuideVersion['applies'];
  /** Entries that wait and that the new version newly blocks. */
  readonly held: readonly string[];
}

const releasable = async (source: string): Promise<Guide> => {
  const loaded = await runnableGuide(source);
  if (!loaded.ok) throw invalid('The draft is not a valid guide.', loaded.problems);
  const failures = testGuide(loaded.guide);
  if (failures.length > 0)
    throw new Refused('invalid-input', 'The guide fails its own examples.', { failures });
  return loaded.guide;
};

const countsOf = (rules: readonly RuleImpact[]): RecordedImpact['rules'] =>
  Object.fromEntries(rules.map(({ rule, samples: _left, ...counts }) => [rule, counts]));

const recorded = ({ rules, observed, ...totals }: DraftImpact): RecordedImpact => ({
  ...totals,
  rules: countsOf(rules),
  observed: countsOf(observed),
});

const releasedAs = (number: number, applies: GuideVersion['applies']): GuideHead => ({
  released: number,
  ...(applies === 'scheduled' && { appliesToScheduled: number }),
});

/** @throws Refused `invalid-input` with the draft's problems or failing examples, `stale`. */
export const releaseGuide = useCase(
  'release-guide',
  async (
    world,
    { tenant, member, once },
    input: { applies: GuideVersion['applies']; ifRev: number },
  ): Promise<Released> => {
    const draft = await load(world, keys.guideDraft(tenant), 'guide draft');
    expectRev(draft, input.ifRev);
    const { source } = draft.value;
    const head = await load(world, keys.guideHead(tenant), 'guide');
    const number = head.value.released + 1;
    const guide = await releasable(source);
    const version: GuideVersion = {
      number,
      source,
      guide,
      applies: input.applies,
      by: member.user,
      at: world.clock.now(),
      impact: recorded(await impactOf(world, tenant, guide)),
    };
    await world.store.commit({
      head: put(keys.guideHead(tenant), { ...head.value, ...releasedAs(number, input.applies) }, head),
      changes: [put(keys.guideVersion(tenant, number), version)],
      checks: [{ key: draft.key, rev: draft.rev }],
      by: { user: member.user },
      event: { type: 'guide.released', data: { number, applies: input.applies } },
      once,
      answer: { number, applies: input.applies, held: [] },
    });
    const held = input.applies === 'scheduled' ? await holdNewlyFailing(world, tenant) : [];
    return { number, applies: input.applies, held };
  },
);
