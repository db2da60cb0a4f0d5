/** Checks a campaign's messages against their own facts and the guide, so that a wrong master is told once. */
import { lint } from '../../../brand-guide/engine/lint.ts';
import type { Finding } from '../../../brand-guide/engine/types.ts';
import { factsInForce } from '../../../brand-guide/facts/in-force.ts';
import { dayOf } from '../../adapt/lint-place.ts';
import { messageParts } from '../../adapt/message-parts.ts';
import { channelOf } from '../../channels/specs.ts';
import type { Campaign, CampaignDraft, Message } from '../../core/campaign.ts';
import type { Tenant } from '../../core/tenant.ts';
import { compiledFor, type CurrentGuide } from '../guide/current-guide.ts';

export interface MessageFindings {
  readonly step: string;
  readonly locale: string;
  readonly findings: readonly Finding[];
}

export const unavailableChannels = (campaign: Pick<Campaign, 'channels'>): readonly string[] =>
  campaign.channels.filter((id) => !channelOf(id));

const check = (
  tenant: Tenant,
  guide: CurrentGuide,
  campaign: CampaignDraft,
  [step, locale, message]: readonly [string, string, Message],
  day: string | undefined,
): MessageFindings => ({
  step,
  locale,
  findings: lint(compiledFor(tenant, guide, { locale }), {
    parts: messageParts(message),
    isMessage: true,
    locale,
    topics: campaign.topics,
    facts: factsInForce(campaign.facts, { step, locale }),
    evidence: campaign.evidence,
    ...(campaign.window && { window: campaign.window }),
    ...(day !== undefined && { day }),
  }),
});

export const checkMessages = (
  tenant: Tenant,
  guide: CurrentGuide,
  campaign: CampaignDraft,
  now: string,
): readonly MessageFindings[] =>
  campaign.steps
    .flatMap((step) =>
      Object.entries(step.messages).map(([locale, message]) => [step.id, locale, message] as const),
    )
    .map((one) => check(tenant, guide, campaign, one, dayOf(campaign, now)))
    .filter(({ findings }) => findings.length > 0);
