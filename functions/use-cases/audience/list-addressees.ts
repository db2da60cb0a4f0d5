/** Shows an account's audience: page by page, and in numbers. */
import { type Addressee, isAddressHash } from '../../core/addressee.ts';
import type { AddressHash } from '../../core/ids.ts';
import type { AddresseeState } from '../../core/addressee.ts';
import type { AccountId } from '../../core/ids.ts';
import { keys } from '../../core/keys.ts';
import type { Tenant } from '../../core/tenant.ts';
import type { Page, Row, World } from '../../ports.ts';
import { useCase } from '../use-case.ts';
import { audienceAccount } from './audience-account.ts';
import { feedbackAddress } from './heed-feedback.ts';
import { stopAddress } from './stop-by-message.ts';

export interface AddresseeShown extends Addressee {
  readonly id: AddressHash;
}

const PREFIX = 'TO#';

/** Of its key. */
export const hashOf = ({ key }: Row<unknown>): AddressHash => {
  const hash = key.sk.slice(PREFIX.length);
  if (!isAddressHash(hash)) throw new TypeError(`${key.pk} has a row of no addressee`);
  return hash;
};

/** In the order of their hashes. */
export const addresseePage = (
  world: World,
  tenant: Tenant,
  account: AccountId,
  asking: { readonly limit: number; readonly cursor?: string },
): Promise<Page<Addressee>> =>
  world.store.children<Addressee>(keys.audience(tenant, account).pk, PREFIX, asking);

export const listAddressees = useCase(
  'list-addressees',
  async (
    world,
    { tenant },
    { account, ...asking }: { readonly account: AccountId; readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly items: readonly AddresseeShown[]; readonly next?: string }> => {
    await audienceAccount(world, tenant, account);
    const { rows, cursor } = await addresseePage(world, tenant, account, asking);
    return {
      items: rows.map((row) => ({ id: hashOf(row), ...row.value })),
      ...(cursor !== undefined && { next: cursor }),
    };
  },
);

export interface AudienceShown {
  readonly counts: Readonly<Record<AddresseeState, number>>;
  /** Where a provider posts what people answer, so that STOP reaches us; absent for e-mail. */
  readonly stopAddress?: string;
  /** Of e-mail: where a provider posts bounces and complaints. */
  readonly feedbackAddress?: string;
}

const AT_ONCE = 500;

const countAll = async (
  world: World,
  tenant: Tenant,
  account: AccountId,
): Promise<AudienceShown['counts']> => {
  const counts = { subscribed: 0, suppressed: 0, 'opted-out': 0 };
  let cursor: string | undefined;
  do {
    const page: Page<Addressee> = await addresseePage(world, tenant, account, {
      limit: AT_ONCE,
      ...(cursor !== undefined && { cursor }),
    });
    for (const { value } of page.rows) counts[value.state] += 1;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return counts;
};

export const getAudience = useCase(
  'get-audience',
  async (world, { tenant }, id: AccountId): Promise<AudienceShown> => {
    const { channel } = await audienceAccount(world, tenant, id);
    const counts = await countAll(world, tenant, id);
    const isEmail = channel === 'email';
    const address = await (isEmail ? feedbackAddress : stopAddress)(world, tenant, id);
    if (address === undefined) return { counts };
    return { counts, ...(isEmail ? { feedbackAddress: address } : { stopAddress: address }) };
  },
);
