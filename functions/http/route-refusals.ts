/** The codes that each operation refuses with, besides those that all operations of its kind name themselves. */
import type { RefusalCode } from '../core/errors.ts';

const AT_WALL = ['unknown-zone', 'skipped-time', 'repeated-time', 'in-the-past'] as const;
const SCHEDULABLE = [
  'not-approved',
  'approval-does-not-cover',
  'disconnected',
  'blocking-findings',
  'offer-over',
  'embargo',
  'rights-expired',
  'gap',
  'cap',
  'quiet-hours',
] as const;
const CONNECTABLE = ['not-available-yet', 'not-in-this-state', 'refused-by-provider'] as const;

const OF_WORKSPACE = {
  'POST /members': ['already-exists'],
  'POST /accounts': ['already-exists', 'not-available-yet', 'unknown-zone'],
  'PUT /accounts/{account}': ['unknown-zone'],
  'PUT /accounts/{account}/credentials': CONNECTABLE,
  'DELETE /accounts/{account}/credentials': ['not-available-yet', 'not-in-this-state'],
  'POST /accounts/{account}/check': ['not-available-yet', 'not-in-this-state', 'disconnected'],
  'POST /accounts/{account}/sign-in': CONNECTABLE,
  'POST /accounts/{account}/sign-in/finish': [...CONNECTABLE, 'sign-in-over'],
  'POST /accounts/{account}/sign-in/choose': [...CONNECTABLE, 'sign-in-over'],
  'POST /accounts/{account}/pause': ['not-in-this-state'],
  'GET /accounts/{account}/next-slot': ['no-free-slot'],
  'POST /pause': ['not-in-this-state'],
  'POST /campaigns/propose': ['not-available-yet'],
  'POST /campaigns/{c}/adapt': ['not-available-yet'],
  'POST /campaigns/{c}/pause': ['not-in-this-state'],
  'POST /variants/{v}/test-send': ['not-available-yet', 'disconnected'],
  'POST /variants/{v}/submit': ['blocking-findings', 'acknowledgement-needed', 'not-in-this-state'],
  'POST /variants/{v}/withdraw': ['not-in-this-state'],
  'POST /variants/{v}/approve': [
    'own-work',
    'locale-not-yours',
    'approval-does-not-cover',
    'not-in-this-state',
  ],
  'POST /variants/{v}/request-changes': ['not-in-this-state'],
  'POST /variants/{v}/withdraw-approval': ['not-in-this-state'],
  'POST /variants/{v}/waivers': ['not-waivable', 'in-the-past'],
  'POST /entries': [...AT_WALL, ...SCHEDULABLE, 'no-free-slot'],
  'POST /entries/{e}/move': [...AT_WALL, ...SCHEDULABLE, 'not-in-this-state'],
  'POST /entries/{e}/retry': [
    'unknown-zone',
    'skipped-time',
    'in-the-past',
    ...SCHEDULABLE,
    'not-in-this-state',
  ],
  'POST /entries/{e}/cancel': ['not-in-this-state'],
  'POST /entries/{e}/settle': ['not-in-this-state'],
  'POST /entries/{e}/confirm': ['not-in-this-state'],
  'POST /entries/{e}/amend': ['not-in-this-state', 'not-approved', 'approval-does-not-cover', 'same-as-live'],
  'POST /entries/{e}/retract': ['not-in-this-state'],
  'POST /series': ['unknown-zone'],
  'PUT /series/{s}': ['unknown-zone', 'not-in-this-state'],
  'POST /series/{s}/pause': ['not-in-this-state'],
  'POST /series/{s}/end': ['not-in-this-state'],
  'POST /hooks': ['not-in-this-state', 'not-available-yet'],
  'POST /hooks/{hook}/try': ['refused-by-provider', 'not-available-yet'],
} as const satisfies Readonly<Record<string, readonly RefusalCode[]>>;

/** By method and path, as the API document names them. */
export const ROUTE_REFUSALS: Readonly<Record<string, readonly RefusalCode[]>> = {
  ...Object.fromEntries(
    Object.entries(OF_WORKSPACE).map(([operation, codes]) => [
      operation.replace(' ', ' /workspaces/{ws}'),
      codes,
    ]),
  ),
  'POST /workspaces': ['already-exists', 'unknown-zone'],
};
