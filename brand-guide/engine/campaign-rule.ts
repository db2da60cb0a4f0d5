/** Rules over a campaign: what only all of its variants together can get wrong. */
import type { Comparison } from '../facts/comparison.ts';
import type { Fact } from '../facts/types.ts';
import type { Guide } from '../schema/guide.ts';
import type { ChannelId } from './channel.ts';
import type { CompiledGuide } from './compile-rules.ts';
import type { Part, Range, Report, RuleMeta, Scope, Subject } from './types.ts';

/** Where a variant stands, as the report prints it. */
export interface VariantPlace {
  readonly step: string;
  readonly channel: ChannelId;
  readonly format: string;
  readonly locale: string;
  readonly account?: string;
}

/** A variant with the guide that judges it. */
export interface Voice {
  readonly place: VariantPlace;
  readonly subject: Subject;
  readonly compiled: CompiledGuide;
}

/** A variant as its own rules judged it; what it reads is read once. */
export interface JudgedVoice extends Voice {
  readonly comparison: () => Comparison;
  readonly scopes: (part: Part) => readonly Scope[];
  readonly words: (part: Part) => readonly Range[];
}

/** A finding on one variant, and the other one that it was compared with. */
export interface CampaignReport extends Report {
  readonly voice: JudgedVoice;
  readonly beside: VariantPlace;
}

/** A variant of an example: one text, at step `main`. */
export interface ExampleVoice {
  readonly channel: ChannelId;
  readonly locale?: string;
  readonly text: string;
}

/** `reject` must yield a finding of the rule on its last voice, `accept` none. */
export interface CampaignExample {
  readonly guide: Partial<Guide>;
  readonly facts?: readonly Fact[];
  readonly accept?: readonly (readonly ExampleVoice[])[];
  readonly reject?: readonly (readonly ExampleVoice[])[];
}

export interface CampaignRuleMeta extends Omit<RuleMeta, 'examples' | 'campaign' | 'fixable'> {
  readonly examples: readonly CampaignExample[];
}

export interface CampaignRule {
  readonly meta: CampaignRuleMeta;
  /** Every pair is judged once; the later variant is the one that is reported. */
  readonly check: (voices: readonly JudgedVoice[]) => Iterable<CampaignReport>;
}
