/** Sees that the parts of a post are as their channel shows and takes them: subject, title, button, all of them together. */
import { fieldOf } from '../engine/channel-field.ts';
import type { Channel, Limit, TextField } from '../engine/channel.ts';
import { sayingOf, severityOf } from '../engine/limits.ts';
import type { Part, Report, Rule, RuleContext, Subject } from '../engine/types.ts';

const characters = (text: string): number => [...text].length;
/** An ideograph says about what two letters do. */
const saying = (text: string): number => characters(text) + (text.match(/\p{sc=Han}/gu)?.length ?? 0);
const UTF8 = new TextEncoder();

function* refused({ spec }: Channel, { forbidden = '' }: TextField, part: Part): Iterable<Report> {
  for (const character of forbidden) {
    const start = part.text.indexOf(character);
    if (start < 0) continue;
    const message = `${spec.name} takes no “${character}” in the ${part.field}; write it in another way.`;
    yield {
      field: part.field,
      start,
      end: start + 1,
      item: `forbidden ${character}`,
      message,
      severity: 'error',
    };
  }
}

function lengthAdvice(part: Part, item: string, of: string, advice: string, limit: Limit): Report {
  const message = `${of} has ${characters(part.text)} characters; ${advice}${sayingOf(limit)}.`;
  const over = item === 'short' ? part.text.length : part.text.length - 1;
  const severity = item === 'short' ? 'suggestion' : severityOf(limit);
  return { field: part.field, start: Math.max(0, over), end: part.text.length, item, message, severity };
}

function* advised(
  { spec }: Channel,
  { advised: { least, most } = {} }: TextField,
  part: Part,
): Iterable<Report> {
  const length = characters(part.text.trim());
  const of = `The ${part.field} of this ${spec.name}`;
  if (most && length > most.value)
    yield lengthAdvice(part, 'long', of, `up to ${most.value} read well`, most);
  else if (least && saying(part.text) < least.value)
    yield lengthAdvice(part, 'short', of, `from ${least.value} on they say enough`, least);
}

/** A part of its own is a line by itself: what is past its fold is not read. Advice on its length has said so already. */
function* cut({ spec }: Channel, { fold, advised: { most } = {} }: TextField, part: Part): Iterable<Report> {
  const length = characters(part.text.trim());
  if (!fold || most || length <= fold.characters.value) return;
  const start = [...part.text].slice(0, fold.characters.value).join('').length;
  const message = `${spec.name} shows ${fold.characters.value} characters of the ${part.field}${sayingOf(fold.characters)}; say what matters before them.`;
  yield { field: part.field, start, end: part.text.length, item: 'fold', message, severity: 'suggestion' };
}

/** As JSON with the link, which is the least that any sender makes of it. */
function* tooHeavy({ parts, link }: Subject, { spec }: Channel): Iterable<Report> {
  const { payload } = spec;
  const [main] = parts;
  if (!payload || !main) return;
  const sent = {
    ...Object.fromEntries(parts.map(({ field, text }) => [field, text])),
    ...(link && { link }),
  };
  const bytes = UTF8.encode(JSON.stringify(sent)).length;
  if (bytes <= payload.value) return;
  const message = `${spec.name} takes ${payload.value} bytes with all parts and this has ${bytes}; cut ${bytes - payload.value}${sayingOf(payload)}.`;
  const { field, text } = main;
  yield { field, start: 0, end: text.length, item: 'payload', message, severity: severityOf(payload) };
}

function* check({ subject }: RuleContext): Iterable<Report> {
  const { channel, parts } = subject;
  if (!channel) return;
  for (const part of parts) {
    const field = fieldOf(channel.spec, part.field);
    if (part.text.trim() === '') continue;
    yield* refused(channel, field, part);
    yield* advised(channel, field, part);
    yield* cut(channel, field, part);
  }
  yield* tooHeavy(subject, channel);
}

export const channelParts: Rule = {
  meta: {
    id: 'channel-parts',
    says: 'Subject, title and the other parts are as their channel takes and shows them.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Finds characters that the channel refuses in a part (an error), parts that are longer or shorter than what reads well (shorter ones as a suggestion), what of a part is past the point where the channel cuts it (a suggestion), and all parts together where they are more than the channel transmits.',
    options: [],
    examples: [
      {
        guide: {},
        channel: 'youtube',
        accept: ['Mint is back.'],
        reject: [{ text: 'Mint <3 coffee', evidence: '<' }],
      },
      {
        guide: {},
        locale: 'el-GR',
        channel: 'push',
        accept: ['Η μέντα επέστρεψε.'],
        reject: [{ text: 'μ'.repeat(3_000), evidence: 'μ'.repeat(3_000) }],
      },
    ],
  },
  wanted: (_guide, { channel }) => channel !== undefined,
  check,
};
