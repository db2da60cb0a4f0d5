/** Reads the guide: what judges now, the draft, and the versions before. */
import { runnableGuide } from '../../../brand-guide/engine/runnable-guide.ts';
import { Refused, type Problem } from '../../core/errors.ts';
import type { GuideDraft, GuideVersion } from '../../core/guide-version.ts';
import { keys } from '../../core/keys.ts';
import type { Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { currentGuide, type CurrentGuide } from './current-guide.ts';

export const getGuide = useCase('get-guide', (world, { tenant }): Promise<CurrentGuide> =>
  currentGuide(world, tenant),
);

export const getGuideDraft = useCase(
  'get-guide',
  async (world, { tenant }): Promise<Versioned<GuideDraft> & { problems: readonly Problem[] }> => {
    const row = await world.store.get(keys.guideDraft(tenant));
    if (!row) throw new Refused('not-found', 'The guide has no draft yet: save one first.');
    const loaded = await runnableGuide(row.value.source);
    return { value: row.value, rev: row.rev, problems: loaded.ok ? [] : loaded.problems };
  },
);

export const listGuideVersions = useCase('get-guide', async (world, { tenant }) => {
  const { rows } = await world.store.children<GuideVersion>(`W#${tenant.workspace}#G`, 'VER#', {
    descending: true,
    limit: 100,
  });
  return rows.map(({ value: { source: _source, guide: _guide, ...version } }) => version);
});
