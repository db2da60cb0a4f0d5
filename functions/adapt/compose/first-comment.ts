/** Hashtags in the first comment, where the guide wants them there and the channel has one. */
import type { Brief } from '../brief.ts';
import type { Composition } from './composition.ts';

const FIELD = 'firstComment';

const asked = ({ input, tags }: Brief): boolean =>
  tags.length > 0 &&
  input.guide.hashtags?.position === 'first-comment' &&
  input.channel.spec.fields.some(({ name }) => name === FIELD);

/** Composes without the hashtags and gives them a part of their own. */
export const inComments =
  (compose: (brief: Brief) => Composition) =>
  (brief: Brief): Composition => {
    if (!asked(brief)) return compose(brief);
    const { further, ...made } = compose({ ...brief, tags: [], tagsRequired: 0 });
    const comment = { field: FIELD, text: brief.tags.join(' ') };
    return {
      ...made,
      further: [...further, comment],
      tags: brief.tags.length,
      changed: [...made.changed, { what: 'hashtags', why: 'in the first comment, as the guide asks' }],
    };
  };
