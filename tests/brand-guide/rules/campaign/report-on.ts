/** Judges variants together, for tables of rules over a campaign. */
import type { CampaignExample, ExampleVoice, Voice } from '../../../../brand-guide/engine/campaign-rule.ts';
import { compileGuide } from '../../../../brand-guide/engine/compile.ts';
import { consistency } from '../../../../brand-guide/engine/consistency.ts';
import type { ConsistencyFinding } from '../../../../brand-guide/engine/consistency.ts';
import { factsInForce } from '../../../../brand-guide/facts/in-force.ts';
import type { Guide } from '../../../../brand-guide/schema/guide.ts';
import { channelOf } from '../../../../functions/channels/specs.ts';

export type Shared = Pick<CampaignExample, 'guide' | 'facts'>;

function voiceOf(
  { guide, facts = [] }: Shared,
  { channel: id, locale = 'en-US', text }: ExampleVoice,
): Voice {
  const channel = channelOf(id);
  const format = channel?.spec.formats[0] ?? 'feed';
  const place = { step: 'main', channel: id, format, locale };
  const whole: Guide = { meta: { name: { full: 'Test' } }, ...guide };
  const subject = {
    parts: [{ field: 'text', text }],
    locale,
    facts: factsInForce(facts, place),
    message: { parts: [] },
    ...(channel && { channel }),
  };
  return { place, subject, compiled: compileGuide(whole, { channel: id, locale }) };
}

/** The findings of one rule. */
export function reportOn(
  rule: string,
  shared: Shared,
  voices: readonly ExampleVoice[],
): readonly ConsistencyFinding[] {
  const { findings } = consistency(
    shared.facts ?? [],
    voices.map((voice) => voiceOf(shared, voice)),
  );
  return findings.filter((finding) => finding.rule === rule);
}
