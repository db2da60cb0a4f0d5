/** Addresses of ours that need no sign-in: what they may do is sealed for one account, so that nobody can make one. */
import { Refused } from '../../core/errors.ts';
import { asId, isSlug, type AccountId, type WorkspaceId } from '../../core/ids.ts';
import { systemTenant, type Tenant } from '../../core/tenant.ts';
import type { World } from '../../ports.ts';

export type LinkPurpose = 'unsubscribe' | 'inbound';

export interface Linked {
  readonly tenant: Tenant;
  readonly account: AccountId;
  readonly said: string;
}

/** In no id, and in nothing sealed. */
const BETWEEN = '~';

/** `https://…/<purpose>/<token>`; undefined where nobody outside can reach this home. */
export const sealedLink = async (
  { secrets, publicUrl }: World,
  purpose: LinkPurpose,
  { tenant: { workspace }, account, said }: Linked,
): Promise<string | undefined> =>
  publicUrl === undefined
    ? undefined
    : `${publicUrl}/${purpose}/${[workspace, account, await secrets.seal(said, { workspace, account, purpose })].join(BETWEEN)}`;

/** @throws Refused `not-found` for a token that is not ours, or for something else. */
export const openLink = async ({ secrets }: World, purpose: LinkPurpose, token: string): Promise<Linked> => {
  const [workspace = '', account = '', sealed = ''] = token.split(BETWEEN, 3);
  const isShaped = isSlug(workspace) && isSlug(account) && sealed !== '';
  const said = isShaped ? await secrets.open(sealed, { workspace, account, purpose }) : undefined;
  if (said === undefined) throw new Refused('not-found', 'There is nothing at this address.');
  return { tenant: systemTenant(asId<WorkspaceId>(workspace)), account: asId<AccountId>(account), said };
};
