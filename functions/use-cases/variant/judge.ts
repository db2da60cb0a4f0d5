/** What stands between a variant and its submission, under the guide that judges now. */
import type { Finding } from '../../../brand-guide/engine/types.ts';
import { lintPlace, type When } from '../../adapt/lint-place.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Content, Waiver } from '../../core/variant.ts';
import { compiledFor, type CurrentGuide } from '../guide/current-guide.ts';
import type { OpenVariant } from './open-variant.ts';

export interface Judgement {
  readonly findings: readonly Finding[];
  /** Unwaived and blocking. */
  readonly blocking: readonly Finding[];
  /** Unwaived, and in need of the submitter's tick. */
  readonly toAcknowledge: readonly Finding[];
}

export const judge = (
  tenant: Tenant,
  guide: CurrentGuide,
  { head, campaign, limits }: Pick<OpenVariant, 'head' | 'campaign' | 'limits'>,
  content: Content,
  waivers: readonly Waiver[],
  when: When,
): Judgement => {
  const { place, notFacts = [] } = head.value;
  const compiled = compiledFor(tenant, guide, place);
  const findings = lintPlace(compiled, campaign, { ...place, limits }, { ...content, notFacts }, when);
  const waived = new Set(waivers.map((waiver) => waiver.fingerprint));
  const standing = findings.filter((finding) => !(finding.waivable && waived.has(finding.fingerprint)));
  return {
    findings,
    blocking: standing.filter((finding) => finding.gate === 'block'),
    toAcknowledge: standing.filter((finding) => finding.gate === 'acknowledge'),
  };
};
