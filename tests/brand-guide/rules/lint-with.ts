/** Lints one text with one rule, for tables. */
import type { Channel } from '../../../brand-guide/engine/channel.ts';
import { applyFixes } from '../../../brand-guide/engine/fixes.ts';
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { lint } from '../../../brand-guide/engine/lint.ts';
import type { Finding, Subject } from '../../../brand-guide/engine/types.ts';
import type { Fact } from '../../../brand-guide/facts/types.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { channelOf } from '../../../functions/channels/specs.ts';
import { sampleDictionaries } from './sample-dictionaries.ts';

export interface Setting {
  readonly guide: Partial<Guide>;
  readonly locale?: string;
  /** A channel's id, or one made for the test. */
  readonly channel?: string | Channel;
  readonly topics?: readonly string[];
  readonly facts?: readonly Fact[];
  readonly field?: string;
  readonly subject?: Omit<Partial<Subject>, 'parts' | 'locale' | 'channel' | 'facts'>;
}

export function lintWith(rule: string, setting: Setting, text: string): Finding[] {
  const { locale = 'en-US', topics = [], facts = [], field = 'text' } = setting;
  const channel = typeof setting.channel === 'string' ? channelOf(setting.channel) : setting.channel;
  const guide: Guide = { meta: { name: { full: 'Test' } }, ...setting.guide };
  const compiled = compileGuide(
    guide,
    { locale, ...(channel ? { channel: channel.spec.id } : {}) },
    { dictionaries: sampleDictionaries },
  );
  const subject: Subject = {
    topics,
    ...setting.subject,
    parts: [{ field, text }],
    locale,
    facts,
    ...(channel ? { channel } : {}),
  };
  const alone = { ...compiled, rules: compiled.rules.filter((active) => active.rule.meta.id === rule) };
  return lint(alone, subject);
}

/** Fixes until nothing changes; more than ten rounds is a fix that never ends. */
export function fixWith(rule: string, setting: Setting, text: string): string {
  let fixed = text;
  for (let round = 0; round < 10; round++) {
    const next = applyFixes(fixed, lintWith(rule, setting, fixed)).text;
    if (next === fixed) return fixed;
    fixed = next;
  }
  throw new Error(`the fixes of ${rule} never end on ${JSON.stringify(text)}`);
}
