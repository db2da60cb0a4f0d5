/** Applies quick fixes to a variant: all that are safe together, or the ones that were chosen. */
import { disclosureTexts } from '../../adapt/required.ts';
import { fixedPart } from '../../adapt/safe-fixes.ts';
import { lintPlace, readerAt } from '../../adapt/lint-place.ts';
import type { VariantId } from '../../core/ids.ts';
import { compiledFor, currentGuide } from '../guide/current-guide.ts';
import { edition } from '../rows.ts';
import { useCase } from '../use-case.ts';
import { openSeen } from './open-variant.ts';
import { saveRevision, type VariantAnswer } from './save-revision.ts';

/** `fingerprints` absent: every finding that has a fix. Nothing to fix answers the variant as it is. */
export const fixVariant = useCase(
  'fix-variant',
  async (
    world,
    session,
    input: { id: VariantId; ifRev: number; fingerprints?: readonly string[] },
  ): Promise<VariantAnswer> => {
    const opened = await openSeen(world, session.tenant, input);
    const { head, revision, campaign, limits } = opened;
    const guide = await currentGuide(world, session.tenant);
    const { place, notFacts = [] } = head.value;
    const compiled = compiledFor(session.tenant, guide, place);
    const findings = lintPlace(
      compiled,
      campaign,
      { ...place, limits },
      { ...revision, notFacts },
      { now: world.clock.now() },
    ).filter(({ fix, fingerprint }) => fix && (input.fingerprints?.includes(fingerprint) ?? true));
    if (findings.length === 0) return { ...edition(head.value), revision };
    const { link, media } = revision;
    const read = readerAt(campaign, place);
    const lines = disclosureTexts(compiled.guide, place.locale);
    const content = {
      parts: revision.parts.map((part) => fixedPart(part, findings, read, lines)),
      media,
      ...(link !== undefined && { link }),
    };
    return saveRevision(world, session, opened, { content, origin: 'quick-fix' });
  },
);
