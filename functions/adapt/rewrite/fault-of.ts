/** Why a rewritten text may not stand for the deterministic one; nothing where it may. */
import type { Finding, Part } from '../../../brand-guide/engine/types.ts';
import { meantBy, says } from '../../../brand-guide/facts/equal-values.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import type { Mention } from '../../../brand-guide/facts/types.ts';
import type { Adapted } from '../adapt-place.ts';
import { channelAt } from '../../channels/channel-at.ts';
import { factsAt, lintPlace, postOf, readingContext } from '../lint-place.ts';
import { messageParts } from '../message-parts.ts';
import { sayer } from '../says.ts';
import { spaced, tagsIn } from './kept-lines.ts';
import type { Rewriting } from './types.ts';

type Fault = string | undefined;

const CONTROL = /[^\P{Cc}\n]/u;
const NUMBERS = /\p{Nd}+(?:[.,٫٬:/]\p{Nd}+)*/gu;

const whole = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('\n');

const fields = (parts: readonly Part[]): string => parts.map(({ field }) => field).join(', ');

function formFault(plain: readonly Part[], parts: readonly Part[]): Fault {
  if (fields(plain) !== fields(parts))
    return `it has the parts ${fields(parts) || 'none'}, not ${fields(plain)}`;
  if (parts.some(({ text }) => text.trim() === '')) return 'it says nothing';
  return parts.some(({ text }) => CONTROL.test(text)) ? 'it has characters that nobody can see' : undefined;
}

/** A text that is billed by its length may be as long as the deterministic one. */
function lengthFault({ place }: Rewriting, plain: Adapted, parts: readonly Part[]): Fault {
  const channel = channelAt(place.channel, postOf(place, { ...plain.content, parts }), place.limits);
  for (const [at, { field, text }] of parts.entries()) {
    const count = channel?.count(text, field);
    const was = channel?.count(plain.content.parts[at]?.text ?? '', field);
    if (count && !count.fits && count.length > (was?.length ?? 0))
      return `its ${field} has ${count.length} ${count.unit} where ${count.limit ?? 0} are taken`;
  }
  return undefined;
}

function keptFault(keep: readonly string[], parts: readonly Part[]): Fault {
  const text = spaced(whole(parts));
  const lost = keep.find((line) => !text.includes(line));
  return lost === undefined ? undefined : `it lost “${lost}”`;
}

/** A price of no role is the one to pay. */
const roleOf = ({ role }: Mention): Mention['role'] => (role === 'sale' ? undefined : role);

const agrees = (mention: Mention, other: Mention): boolean =>
  mention.qualifier === other.qualifier &&
  roleOf(mention) === roleOf(other) &&
  (mention.readings.length === 0
    ? spaced(mention.text) === spaced(other.text)
    : meantBy(mention).some((value) => says(other, mention.kind, value)));

/** Numbers, tags and facts that neither the message nor the deterministic text has. */
function inventedFault(
  { campaign, place, message }: Rewriting,
  plain: Adapted,
  parts: readonly Part[],
): Fault {
  const known = [...plain.content.parts, ...messageParts(message)];
  const [before, text] = [whole(known), whole(parts)];
  const { hashtags = [], mentions = {} } = message;
  const tags = new Set([
    ...tagsIn(before),
    ...hashtags.map((tag) => `#${tag}`),
    ...Object.values(mentions).flat(),
  ]);
  const tag = tagsIn(text).find((one) => !tags.has(one));
  if (tag !== undefined) return `it says “${tag}”, which the message does not`;
  const context = readingContext(campaign, place.locale);
  const told = known.flatMap((part) => findMentions(part.text, context));
  const invented = parts
    .flatMap((part) => findMentions(part.text, context))
    .find((mention) => !told.some((other) => agrees(mention, other)));
  if (invented) return `it says “${invented.text}”, which the message does not`;
  const numbers = new Set(before.match(NUMBERS));
  const number = (text.match(NUMBERS) ?? []).find((one) => !numbers.has(one));
  return number === undefined ? undefined : `it says “${number}”, which the message does not`;
}

function missingFault(
  { campaign, place, message }: Rewriting,
  plain: Adapted,
  parts: readonly Part[],
): Fault {
  const context = readingContext(campaign, place.locale);
  const read = (text: string) => findMentions(text, context);
  const sayers = sayer(factsAt(campaign, place), place.locale, read, whole(messageParts(message)));
  const now = sayers(whole(parts));
  const lost = [...sayers(whole(plain.content.parts))].find((id) => !now.has(id));
  return lost === undefined ? undefined : `it no longer says the fact ${lost}`;
}

/** Nothing that a person would have to mend or to tick. */
function findingFault(
  { campaign, place, compiled, now }: Rewriting,
  plain: Adapted,
  parts: readonly Part[],
): Fault {
  const known = new Set(plain.findings.map(({ fingerprint }) => fingerprint));
  const added = lintPlace(
    compiled,
    campaign,
    place,
    { ...plain.content, parts },
    now === undefined ? {} : { now },
  ).find(({ gate, fingerprint }: Finding) => gate !== 'inform' && !known.has(fingerprint));
  return added && `${added.message} (${added.rule})`;
}

/** The first of them, in words that follow on from “the rewritten text is not used:”. */
export const faultOf = (
  rewriting: Rewriting,
  plain: Adapted,
  keep: readonly string[],
  parts: readonly Part[],
): Fault =>
  formFault(plain.content.parts, parts) ??
  lengthFault(rewriting, plain, parts) ??
  keptFault(keep, parts) ??
  inventedFault(rewriting, plain, parts) ??
  missingFault(rewriting, plain, parts) ??
  findingFault(rewriting, plain, parts);
