/** Saves the brand team's draft: always kept as typed, with what is wrong with it. */
import { runnableGuide } from '../../../brand-guide/engine/runnable-guide.ts';
import type { GuideDraft } from '../../core/guide-version.ts';
import { keys } from '../../core/keys.ts';
import { Refused, type Problem } from '../../core/errors.ts';
import { expectRev, put, saved, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';

const MOST = 1_000_000;

/** `ifRev` 0 means that there is no draft yet. */
export const draftGuide = useCase(
  'draft-guide',
  async (
    world,
    { tenant, member },
    input: { source: string; ifRev: number },
  ): Promise<Versioned<GuideDraft> & { problems: readonly Problem[] }> => {
    if (new TextEncoder().encode(input.source).byteLength > MOST)
      throw new Refused('too-large', 'A guide may have at most 1 MB.');
    const was = await world.store.get(keys.guideDraft(tenant));
    expectRev(was, input.ifRev);
    const head = await world.store.get(keys.guideHead(tenant));
    const draft = put(
      keys.guideDraft(tenant),
      { source: input.source, by: member.user, at: world.clock.now() },
      was,
    );
    await world.store.commit({
      head: put(keys.guideHead(tenant), head?.value ?? { released: 0 }, head),
      changes: [draft],
      by: { user: member.user },
      event: { type: 'guide.drafted', data: { bytes: input.source.length } },
    });
    const loaded = await runnableGuide(input.source);
    return { ...saved(draft), problems: loaded.ok ? [] : loaded.problems };
  },
);
