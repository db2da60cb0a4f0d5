/** Every route of a workspace, with the verb that its use case declares. */
import type { Verb } from '../../functions/core/roles.ts';

export const ULID = '01JAAAAAAAAAAAAAAAAAAAAAAA';
/** Of an address. */
const HASH = 'a'.repeat(64);

export const ROUTES: readonly (readonly [method: string, path: string, verb: Verb])[] = [
  ['GET', '', 'get-workspace'],
  ['GET', '/members', 'list-members'],
  ['POST', '/members', 'add-member'],
  ['PUT', `/members/${ULID}`, 'change-member'],
  ['GET', '/accounts', 'list-accounts'],
  ['POST', '/accounts', 'add-account'],
  ['GET', '/connectors', 'list-connectors'],
  ['PUT', '/accounts/page', 'change-account'],
  ['PUT', '/accounts/page/credentials', 'connect-account'],
  ['DELETE', '/accounts/page/credentials', 'disconnect-account'],
  ['GET', '/accounts/page/audience', 'get-audience'],
  ['POST', '/accounts/page/audience', 'import-audience'],
  ['GET', '/accounts/page/audience/addressees', 'list-addressees'],
  ['POST', `/accounts/page/audience/addressees/${HASH}/suppress`, 'suppress-addressee'],
  ['GET', '/guide', 'get-guide'],
  ['GET', '/guide/draft', 'get-guide'],
  ['PUT', '/guide/draft', 'draft-guide'],
  ['GET', '/guide/draft/impact', 'impact-of-draft'],
  ['POST', '/guide/release', 'release-guide'],
  ['GET', '/guide/versions', 'get-guide'],
  ['GET', '/campaigns', 'list-campaigns'],
  ['POST', '/campaigns', 'create-campaign'],
  ['POST', '/campaigns/propose', 'propose-campaign'],
  ['GET', `/campaigns/${ULID}`, 'get-campaign'],
  ['PUT', `/campaigns/${ULID}`, 'change-campaign'],
  ['POST', `/campaigns/${ULID}/adapt`, 'adapt-campaign'],
  ['GET', `/campaigns/${ULID}/consistency`, 'check-consistency'],
  ['GET', `/campaigns/${ULID}/variants`, 'list-variants'],
  ['POST', `/campaigns/${ULID}/facts/shop/correct`, 'correct-fact'],
  ['POST', `/campaigns/${ULID}/facts/shop/correction`, 'preview-correction'],
  ['GET', `/variants/${ULID}`, 'get-variant'],
  ['PUT', `/variants/${ULID}`, 'put-variant'],
  ['POST', `/variants/${ULID}/fix`, 'fix-variant'],
  ['POST', `/variants/${ULID}/mentions`, 'mark-mention'],
  ['POST', `/variants/${ULID}/test-send`, 'test-send'],
  ['POST', `/variants/${ULID}/submit`, 'submit-variant'],
  ['POST', `/variants/${ULID}/withdraw`, 'withdraw-submission'],
  ['POST', `/variants/${ULID}/approve`, 'approve-variant'],
  ['POST', `/variants/${ULID}/request-changes`, 'request-changes'],
  ['POST', `/variants/${ULID}/withdraw-approval`, 'withdraw-approval'],
  ['POST', `/variants/${ULID}/comments`, 'comment-variant'],
  ['POST', `/variants/${ULID}/waivers`, 'waive-finding'],
  ['POST', '/entries', 'schedule-entry'],
  ['GET', '/calendar?from=2027-05-01&to=2027-05-31', 'get-calendar'],
  ['GET', '/coverage?from=2027-05-01&to=2027-05-31', 'get-coverage'],
  ['GET', `/entries/${ULID}`, 'get-entry'],
  ['POST', `/entries/${ULID}/move`, 'move-entry'],
  ['POST', `/entries/${ULID}/cancel`, 'cancel-entry'],
  ['POST', `/entries/${ULID}/retry`, 'retry-entry'],
  ['POST', `/entries/${ULID}/settle`, 'settle-entry'],
  ['POST', `/entries/${ULID}/confirm`, 'confirm-hand-off'],
  ['GET', '/accounts/page/next-slot', 'next-slot'],
  ['GET', '/series', 'list-series'],
  ['POST', '/series', 'create-series'],
  ['GET', `/series/${ULID}`, 'get-series'],
  ['PUT', `/series/${ULID}`, 'change-series'],
  ['POST', `/series/${ULID}/pause`, 'pause-series'],
  ['POST', `/series/${ULID}/end`, 'end-series'],
  ['GET', '/feed', 'get-feed'],
  ['GET', '/deliveries', 'list-deliveries'],
  ['GET', '/notices', 'list-notices'],
  ['POST', '/pause', 'pause-workspace'],
  ['POST', '/accounts/page/pause', 'pause-account'],
  ['POST', `/campaigns/${ULID}/pause`, 'pause-campaign'],
  ['POST', '/notices/read', 'read-notices'],
  ['GET', '/events?of=workspace', 'list-events'],
  ['POST', '/slots/resolve', 'resolve-slots'],
  ['GET', '/audit/verify', 'verify-audit'],
];
/** `GET /entries/{id}` */
export const ofOperation = ([method, path]: readonly string[]): string =>
  `${method} ${path
    ?.replace(/\?.*/u, '')
    .replaceAll(ULID, '{id}')
    .replaceAll(HASH, '{id}')
    .replace(/\/(?:shop|page)(?=\/|$)/u, '/{id}')}`;
