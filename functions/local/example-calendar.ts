/** Takes each post of the example as far as it is to be by today: reviewed, scheduled, published, held. */
import { asId, type AccountId, type VariantId } from '../core/ids.ts';
import { sweep } from '../use-cases/publishing/sweep.ts';
import { approveVariant } from '../use-cases/variant/approve-variant.ts';
import { getVariant } from '../use-cases/variant/get-variant.ts';
import { putVariant } from '../use-cases/variant/put-variant.ts';
import { submitVariant } from '../use-cases/variant/submit-variant.ts';
import { scheduleEntry } from '../use-cases/entry/schedule-entry.ts';
import { EXAMPLE, type ExamplePost } from './example-data.ts';
import { shiftTo, wallAt, type Moment } from './example-days.ts';
import type { Cast, Variants } from './example.ts';
import type { LocalWorld } from './open-home.ts';
import type { ShiftingClock } from './shifting-clock.ts';

interface Filling {
  readonly world: LocalWorld;
  readonly clock: ShiftingClock;
  readonly cast: Cast;
  readonly today: string;
  readonly variants: Variants;
}

const MANY = 100;

const momentOf = ({ day, time }: ExamplePost): Moment | undefined =>
  day === undefined || time === undefined ? undefined : { day, time };

const submit = async ({ world, cast }: Filling, id: VariantId): Promise<void> => {
  const { rev, findings, value } = await getVariant(world, cast.manager, id);
  if (value.state !== 'draft') return;
  const acknowledge = findings
    .filter(({ gate }) => gate === 'acknowledge')
    .map(({ fingerprint }) => fingerprint);
  await submitVariant(world, cast.manager, { id, ifRev: rev, acknowledge });
};

const approve = async ({ world, cast }: Filling, id: VariantId): Promise<void> => {
  const { hash, approved } = await getVariant(world, cast.reviewer, id);
  if (!approved) await approveVariant(world, cast.reviewer, { id, hash });
};

const schedule = async (
  { world, cast, today }: Filling,
  post: ExamplePost,
  variant: VariantId,
): Promise<void> => {
  const moment = momentOf(post);
  if (!moment) return;
  const whenApproved = post.ends === 'in-review';
  const account = asId<AccountId>(post.channel);
  await scheduleEntry(world, cast.manager, { variant, account, wall: wallAt(moment, today), whenApproved });
};

/** An edit after the approval holds what waits with it. */
const edit = async ({ world, cast }: Filling, id: VariantId): Promise<void> => {
  const { rev, revision } = await getVariant(world, cast.manager, id);
  const [first, ...others] = revision.parts;
  if (!first) return;
  const { link, media } = revision;
  const [headline = '', ...rest] = first.text.split('\n');
  const parts = [{ ...first, text: [`${headline}${EXAMPLE.edit}`, ...rest].join('\n') }, ...others];
  await putVariant(world, cast.manager, {
    id,
    ifRev: rev,
    content: { parts, media, ...(link !== undefined && { link }) },
  });
};

const variantOf = ({ variants }: Filling, { campaign, channel }: ExamplePost): VariantId => {
  const id = variants.get(`${campaign}/${channel}`);
  if (id === undefined) throw new Error(`The example has no variant ${campaign}/${channel}`);
  return id;
};

/** The publisher's own sweep, at each time when something was due. */
const publishDue = async ({ world, clock, today }: Filling): Promise<void> => {
  const moments = EXAMPLE.posts
    .filter(({ ends }) => ends === 'published')
    .flatMap((post) => momentOf(post) ?? []);
  for (const moment of moments) {
    shiftTo(clock, moment, today, EXAMPLE.workspace.zone);
    await sweep(world, MANY, (error) => {
      throw error;
    });
  }
};

export const fillCalendar = async (filling: Filling): Promise<void> => {
  for (const post of EXAMPLE.posts) {
    const id = variantOf(filling, post);
    await submit(filling, id);
    if (post.ends !== 'in-review') await approve(filling, id);
    await schedule(filling, post, id);
  }
  await publishDue(filling);
  filling.clock.shift = 0;
  for (const post of EXAMPLE.posts.filter(({ ends }) => ends === 'held'))
    await edit(filling, variantOf(filling, post));
};
