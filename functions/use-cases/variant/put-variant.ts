/** Saves what a person typed. Findings never block saving; a stale save changes nothing. */
import { Refused } from '../../core/errors.ts';
import type { VariantId } from '../../core/ids.ts';
import type { Content } from '../../core/variant.ts';
import { channelOf } from '../../channels/specs.ts';
import { useCase } from '../use-case.ts';
import { openSeen } from './open-variant.ts';
import { saveRevision, type VariantAnswer } from './save-revision.ts';

/** @throws Refused `not-found`, `stale`, `invalid-input` for a part that the channel does not have. */
export const putVariant = useCase(
  'put-variant',
  async (
    world,
    session,
    input: { id: VariantId; ifRev: number; content: Content },
  ): Promise<VariantAnswer> => {
    const { head, campaign } = await openSeen(world, session.tenant, input);
    const fields = channelOf(head.value.place.channel)?.spec.fields.map((field) => field.name) ?? [];
    const strange = input.content.parts.find((part) => !fields.includes(part.field));
    if (strange)
      throw new Refused(
        'invalid-input',
        `${head.value.place.channel} has no part "${strange.field}"; it has ${fields.join(', ')}.`,
      );
    return saveRevision(world, session, campaign, head, { content: input.content, origin: 'typed' });
  },
);
