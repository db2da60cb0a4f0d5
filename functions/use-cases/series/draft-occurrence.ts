/** One occurrence of a series: a copy of its variant to approve, planned at the wall time; never a post. */
import { hashAt } from '../../adapt/payload-of.ts';
import type { Account } from '../../core/account.ts';
import { Refused, type RefusalCode } from '../../core/errors.ts';
import { asId, type EntryId, type UserId, type VariantId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { NotPlanned, Series, SeriesItem } from '../../core/series.ts';
import type { Tenant } from '../../core/tenant.ts';
import { planEntry } from '../../core/transition-entry.ts';
import type { Revision, Variant } from '../../core/variant.ts';
import { slotAt } from '../../core/zone.ts';
import type { Change, Check, World } from '../../ports.ts';
import { takeTime } from '../entry/account-day.ts';
import { newEntry, type Written } from '../entry/new-entry.ts';
import { postedTo, refuseSlot } from '../entry/refuse-slot.ts';
import { currentGuide } from '../guide/current-guide.ts';
import { noticeRow } from '../notices.ts';
import { load, put, putEntry, putVariant } from '../rows.ts';
import { openVariant, type OpenVariant } from '../variant/open-variant.ts';
import { makeRevision, revisionRow } from '../variant/save-revision.ts';

export interface Drafted {
  readonly item: SeriesItem;
  readonly changes: readonly Change[];
  readonly checks: readonly Check[];
}

/** What a person decides about, an occurrence at a time; anything else is a fault of the series itself. */
const NOT_PLANNED: readonly RefusalCode[] = [
  'skipped-time',
  'in-the-past',
  'gap',
  'cap',
  'quiet-hours',
  'offer-over',
  'embargo',
  'rights-expired',
];

/** Whoever typed the text may not approve its copy either. */
const authorsOf = ({ authors, approval }: Variant): readonly UserId[] => [
  ...new Set([...authors, ...(approval?.authors ?? [])]),
];

const contentOf = ({ parts, link, media }: Revision) => ({
  parts,
  media,
  ...(link !== undefined && { link }),
});

const copyOf = async (
  world: World,
  tenant: Tenant,
  { id: series, owner }: Series,
  wall: string,
  { head, revision: pattern, campaign }: OpenVariant,
  { id: account, limits }: Account,
): Promise<Written> => {
  const place = { ...head.value.place, account, occurrence: { series, wall } };
  const variant: Variant = {
    id: asId<VariantId>(world.ids.next()),
    place,
    state: 'draft',
    revision: 1,
    edition: 1,
    inherits: false,
    authors: authorsOf(head.value),
    ...(head.value.notFacts && { notFacts: head.value.notFacts }),
  };
  const member = (await load(world, keys.member(tenant, owner), 'member')).value;
  const { kept, leftOut, changed, problems } = pattern;
  const revision = makeRevision(
    world,
    { tenant, member },
    await currentGuide(world, tenant),
    campaign,
    { ...place, limits },
    1,
    {
      content: contentOf(pattern),
      notes: { kept, leftOut, changed, problems },
      origin: 'adapted',
      notFacts: variant.notFacts ?? [],
    },
  );
  return { variant, revision, campaign };
};

/** The changes that put the copy on the calendar. @throws Refused with one of `NOT_PLANNED`. */
const planned = async (
  world: World,
  tenant: Tenant,
  series: Series,
  item: SeriesItem,
  account: Account,
): Promise<Drafted> => {
  const { wall } = item;
  const pattern = await openVariant(world, tenant, series.variant);
  const slot = slotAt(wall, series.zone, 'earlier');
  refuseSlot(postedTo(account.id, pattern), slot);
  const written = await copyOf(world, tenant, series, wall, pattern, account);
  const { variant, revision, campaign } = written;
  const id = asId<EntryId>(world.ids.next());
  const hash = hashAt(campaign, variant.place, revision);
  const plan = { account, hash, slot, whenApproved: true, owner: series.owner };
  const now = world.clock.now();
  const entry = planEntry(newEntry(id, written, plan), now).state;
  const day = await takeTime(world, tenant, account, id, slot);
  const says = `“${series.name}” has a draft for ${wall} ${series.zone}: submit it, and have it approved before then.`;
  return {
    item: { ...item, variant: variant.id, entry: id },
    changes: [
      putVariant(tenant, variant, now),
      revisionRow({ tenant }, variant, revision),
      put(keys.place(tenant, variant.place), { variant: variant.id }),
      putEntry(tenant, entry),
      put(keys.variantEntry(tenant, variant.id, id), { entry: id }),
      ...day.changes,
      noticeRow(world, tenant, { kind: 'drafted', to: series.owner, says, entry: id, account: account.id }),
    ],
    checks: day.checks,
  };
};

const suggestionsIn = ({ suggestions }: Refused['details']): readonly string[] =>
  Array.isArray(suggestions) ? suggestions.map(String) : [];

const listed = (
  world: World,
  tenant: Tenant,
  series: Series,
  item: SeriesItem,
  { code, message, details }: Refused,
): Drafted => {
  const suggestions = suggestionsIn(details);
  const notPlanned: NotPlanned = {
    code,
    says: message,
    ...(suggestions.length > 0 && { suggestions }),
  };
  const says = `“${series.name}” has no draft for ${item.wall} ${series.zone}: ${message}`;
  return {
    item: { ...item, notPlanned },
    changes: [noticeRow(world, tenant, { kind: 'held', to: series.owner, says, account: series.account })],
    checks: [],
  };
};

/** A wall time that cannot be had is listed to the owner, and never silently moved. */
export const draftOccurrence = async (
  world: World,
  tenant: Tenant,
  series: Series,
  wall: string,
): Promise<Drafted> => {
  const item = { number: series.occurred + 1, wall };
  const account = (await load(world, keys.account(tenant, series.account), 'account')).value;
  try {
    return await planned(world, tenant, series, item, account);
  } catch (error) {
    if (!(error instanceof Refused) || !NOT_PLANNED.includes(error.code)) throw error;
    return listed(world, tenant, series, item, error);
  }
};
