/** Reads a text without structure as a campaign of one message, for one locale. */
import type { ChannelId } from '../brand-guide/engine/channel.ts';
import { findMentions } from '../brand-guide/facts/find.ts';
import type { FactKind, FactValue } from '../brand-guide/facts/types.ts';
import { checkCampaign } from '../functions/core/campaign-file.ts';
import type { ReadCampaign } from '../functions/core/campaign-file.ts';
import { languageOf } from '../brand-guide/engine/locale.ts';
import type { Message } from '../functions/core/campaign.ts';
import leads from './link-leads.json' with { type: 'json' };

export interface FreeTextPlace {
  readonly name: string;
  readonly channels: readonly ChannelId[];
  readonly locale: string;
  readonly zone: string;
}

const LEADS: Readonly<Record<string, readonly string[]>> = leads;

/** Words such as “or visit”, which lead to a link and say nothing without it. */
function withoutLead(text: string, locale: string): string {
  const gap = languageOf(locale) === 'zh' ? '' : '(?<=\\s)';
  const words = LEADS[languageOf(locale)] ?? [];
  const trailing = new RegExp(`[\\s,，、،]*${gap}(?:${words.join('|')})$`, 'iu');
  const shorter = words.length === 0 ? text : text.replace(trailing, '').trim();
  return shorter === '' || shorter === text ? text : withoutLead(shorter, locale);
}

/** What is left of a line without its link, and without the words, colon or dash that led to it. */
function withoutLink(line: string, start: number, end: number, locale: string): string {
  const before = line
    .slice(0, start)
    .replace(/[\s:：\-–—→>]+$/u, '')
    .trim();
  return `${withoutLead(before, locale)} ${line.slice(end).trim()}`.replace(/[\s:：\-–—→>.]+$/u, '').trim();
}

/** The call to action of a last line that has a link. */
function ctaIn(line: string, locale: string): Message['cta'] | undefined {
  const link = findMentions(line, { locale }).findLast(({ kind }) => kind === 'url');
  const [url] = link?.readings ?? [];
  if (!link || typeof url !== 'string') return undefined;
  return { text: withoutLink(line, link.start, link.end, locale) || line.slice(link.start, link.end), url };
}

/** The first line is the headline, a last line with a link the call to action, all between them the body. */
function messageOf(text: string, locale: string): Message {
  const lines = text.trim().split(/\r\n|\r|\n/u);
  const cta = lines.length > 1 ? ctaIn(lines.at(-1) ?? '', locale) : undefined;
  const body = lines
    .slice(1, cta ? -1 : undefined)
    .join('\n')
    .trim();
  const [headline = ''] = lines;
  return { ...(headline !== '' && { headline }), ...(body !== '' && { body }), ...(cta && { cta }) };
}

/** What the text states, as facts that nothing requires; its links but the call to action's lead elsewhere. */
function factsIn(text: string, locale: string) {
  const values = new Map<string, { kind: FactKind; value: FactValue }>();
  for (const { kind, readings } of findMentions(text, { locale })) {
    const [value, ...others] = readings;
    if (value !== undefined && others.length === 0)
      values.set(JSON.stringify([kind, value]), { kind, value });
  }
  return [...values.values()].map((fact, at) => ({ id: `${fact.kind}-${at + 1}`, ...fact }));
}

/** Problems carry the path in the campaign that the text becomes. */
export function readFreeText(text: string, { name, channels, locale, zone }: FreeTextPlace): ReadCampaign {
  return checkCampaign({
    name: name === '-' ? 'free text' : (name.split(/[/\\]/u).at(-1) ?? name),
    zone,
    locales: [locale],
    channels,
    facts: factsIn(text, locale),
    messages: { [locale]: messageOf(text, locale) },
  });
}
