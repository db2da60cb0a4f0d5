/** Saves what a person typed. Findings never block saving; a stale save changes nothing. */
import { ownField } from '../../../brand-guide/engine/channel-field.ts';
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
    const opened = await openSeen(world, session.tenant, input);
    const { channel: id } = opened.head.value.place;
    const spec = channelOf(id)?.spec;
    const strange = input.content.parts.find(({ field }) => spec && !ownField(spec, field));
    if (strange)
      throw new Refused(
        'invalid-input',
        `${id} has no part "${strange.field}"; it has ${spec?.fields.map(({ name }) => name).join(', ')}.`,
      );
    return saveRevision(world, session, opened, { content: input.content, origin: 'typed' });
  },
);
