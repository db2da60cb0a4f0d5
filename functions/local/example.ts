/** Loads the example workspace through the same use cases that its members would use, on the days before today. */
import type { CampaignDraft } from '../core/campaign.ts';
import { readCampaign } from '../core/campaign-file.ts';
import { asId, type VariantId, type WorkspaceId } from '../core/ids.ts';
import { keys } from '../core/keys.ts';
import { systemTenant } from '../core/tenant.ts';
import { wallOf } from '../core/zone.ts';
import type { SignedIn } from '../ports.ts';
import { adaptCampaign } from '../use-cases/campaign/adapt-campaign.ts';
import { createCampaign } from '../use-cases/campaign/create-campaign.ts';
import { draftGuide } from '../use-cases/guide/draft-guide.ts';
import { releaseGuide } from '../use-cases/guide/release-guide.ts';
import type { Session } from '../use-cases/use-case.ts';
import { addAccount } from '../use-cases/workspace/accounts.ts';
import { createWorkspace } from '../use-cases/workspace/create-workspace.ts';
import { addMember } from '../use-cases/workspace/members.ts';
import { openWorkspace } from '../use-cases/workspace/open-workspace.ts';
import { EXAMPLE } from './example-data.ts';
import { fillCalendar } from './example-calendar.ts';
import type { Home, LocalWorld } from './open-home.ts';
import { dayAfter, shiftTo } from './example-days.ts';

export interface ExampleLoaded {
  readonly workspace: WorkspaceId;
}

/** Who does what in the example; each is a member with one role. */
export interface Cast {
  readonly admin: Session;
  readonly manager: Session;
  readonly reviewer: Session;
  readonly brand: Session;
}

/** Variant ids by campaign and channel: `cherry-cold-brew/x`. */
export type Variants = ReadonlyMap<string, VariantId>;

/** One that was being loaded when the process was killed keeps its id; the next try takes the next. */
const freeId = async (world: LocalWorld, number = 1): Promise<WorkspaceId> => {
  const id = asId<WorkspaceId>(number === 1 ? EXAMPLE.workspace.id : `${EXAMPLE.workspace.id}-${number}`);
  const taken = await world.store.get(keys.workspace(systemTenant(id)));
  return taken ? freeId(world, number + 1) : id;
};

const found = async (world: LocalWorld, admin: SignedIn): Promise<WorkspaceId> => {
  const id = await freeId(world);
  const { name, zone, adminName } = EXAMPLE.workspace;
  await createWorkspace(world, admin, { id, name, zone, adminName });
  return id;
};

const castOf = async (world: LocalWorld, admin: SignedIn, id: WorkspaceId): Promise<Cast> => {
  const session = await openWorkspace(world, admin, id);
  const sessions = new Map<string, Session>();
  for (const member of EXAMPLE.members) {
    const { member: added } = await addMember(world, session, member);
    const [role = ''] = member.roles;
    sessions.set(role, await openWorkspace(world, added, id));
  }
  const as = (role: string): Session => sessions.get(role) ?? session;
  return { admin: session, manager: as('manager'), reviewer: as('reviewer'), brand: as('brand') };
};

const release = async (world: LocalWorld, { brand }: Cast): Promise<void> => {
  const { rev } = await draftGuide(world, brand, { source: EXAMPLE.guide, ifRev: 0 });
  await releaseGuide(world, brand, { applies: 'new', ifRev: rev });
};

/** The window of an example's offer: from the days before today to weeks after. */
const draftOf = (source: string, today: string): CampaignDraft => {
  const to = dayAfter(today, 18);
  const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const read = readCampaign(
    source
      .replaceAll('{{from}}', dayAfter(today, -3))
      .replaceAll('{{to}}', to)
      .replaceAll('{{to-words}}', words.format(new Date(`${to}T00:00:00Z`))),
  );
  if (!read.ok) throw new Error(`The example is not valid: ${JSON.stringify(read.problems)}`);
  return read.campaign;
};

const makeVariants = async (world: LocalWorld, { manager }: Cast, today: string): Promise<Variants> => {
  const variants = new Map<string, VariantId>();
  for (const [name, source] of EXAMPLE.campaigns) {
    const campaign = await createCampaign(world, manager, draftOf(source, today));
    const { items } = await adaptCampaign(world, manager, { id: campaign.value.id });
    for (const { place, variant } of items) variants.set(`${name}/${place.channel}`, variant);
  }
  return variants;
};

/** Answers when everything is on disk; the clock is back at the real time, whatever happened. */
export const loadExample = async ({ world, clock }: Home, admin: SignedIn): Promise<ExampleLoaded> => {
  const { zone } = EXAMPLE.workspace;
  const today = wallOf(world.clock.now(), zone).slice(0, 10);
  try {
    shiftTo(clock, EXAMPLE.begins, today, zone);
    const workspace = await found(world, admin);
    const cast = await castOf(world, admin, workspace);
    for (const account of EXAMPLE.accounts) await addAccount(world, cast.admin, account);
    await release(world, cast);
    await fillCalendar({ world, clock, cast, today, variants: await makeVariants(world, cast, today) });
    return { workspace };
  } finally {
    clock.shift = 0;
  }
};
