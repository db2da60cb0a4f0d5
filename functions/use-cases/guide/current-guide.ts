/** The guide that judges now, and its compiled forms, kept while they last. */
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import type { CompiledGuide } from '../../../brand-guide/engine/compile-rules.ts';
import { prepareGuide } from '../../../brand-guide/engine/prepare.ts';
import { noGuide } from '../../../brand-guide/guides/neutral.ts';
import { resolveGuide } from '../../../brand-guide/schema/resolve.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { Place } from '../../../brand-guide/engine/types.ts';
import type { GuideVersion } from '../../core/guide-version.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';

/** `number` is 0 and the guide empty before a version was released. */
export interface CurrentGuide {
  readonly number: number;
  readonly guide: Guide;
  readonly applies: GuideVersion['applies'];
}

const NONE: CurrentGuide = { number: 0, guide: noGuide, applies: 'new' };

export const guideVersion = async (world: World, tenant: Tenant, number: number): Promise<CurrentGuide> => {
  const row = number === 0 ? undefined : await world.store.get(keys.guideVersion(tenant, number));
  if (row) await prepareGuide(row.value.guide);
  return row?.value ?? NONE;
};

export const currentGuide = async (world: World, tenant: Tenant): Promise<CurrentGuide> => {
  const head = await world.store.get(keys.guideHead(tenant));
  return guideVersion(world, tenant, head?.value.released ?? 0);
};

/** The guide as it reads in one place. */
export const guideFor = (guide: Guide, place: Place): Guide => resolveGuide(guide, place);

const KEPT = 200;
const compiled = new Map<string, CompiledGuide>();

/** Versions never change, so a compiled one may be kept by its number. */
export const compiledFor = (
  tenant: Tenant,
  { number, guide }: CurrentGuide,
  { locale, channel, account }: Place,
): CompiledGuide => {
  const key = [tenant.workspace, number, channel ?? '', locale, account ?? ''].join('#');
  const known = compiled.get(key);
  if (known && number > 0) return known;
  const fresh = compileGuide(guide, { locale, ...(channel && { channel }), ...(account && { account }) });
  compiled.set(key, fresh);
  const oldest = compiled.size > KEPT ? compiled.keys().next().value : undefined;
  if (oldest !== undefined) compiled.delete(oldest);
  return fresh;
};
