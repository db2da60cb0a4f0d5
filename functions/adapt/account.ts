/** Says what of the message was kept, left out and changed, and why. */
import type { Part } from '../../brand-guide/engine/types.ts';
import type { Note, Notes } from '../core/variant.ts';
import type { Brief } from './brief.ts';
import type { Composition } from './compose/composition.ts';
import { fatesOf } from './fates.ts';
import { union } from './sets.ts';
import { unseen } from './unseen.ts';
import { fold, foldOpen } from './words.ts';

/** `whole` is the brief before other parts took the headline; `parts` what the variant says in the end. */
export function accountOf(whole: Brief, brief: Brief, made: Composition, parts: readonly Part[]): Notes {
  const main = parts.find(({ field }) => field === brief.field)?.text ?? '';
  const silent = emptied(brief, made, main);
  const composition = silent ? { ...made, headline: false, sentences: [] } : made;
  const blocks = fatesOf(whole, brief, composition);
  return {
    kept: blocks.filter((one) => one.kept).map(({ what, why }) => ({ what, why })),
    leftOut: blocks.filter((one) => !one.kept).map(({ what, why }) => ({ what, why })),
    changed: changesOf(brief, composition, main),
    problems: [...(silent ? [SILENT] : []), ...problemsOf(brief, composition, parts)],
  };
}

const SILENT: Note = {
  what: 'message',
  why: 'nothing of it is left: emoji are not sent here, so that fewer segments are; give it words',
};

/** Whether what was told of the message was emoji alone, which the rewriting within GSM-7 has taken out. */
function emptied(brief: Brief, made: Composition, text: string): boolean {
  const told = [made.headline ? brief.story.headline : '', ...made.sentences.map((one) => one.text)].join('');
  return text !== made.text && made.frame === undefined && told !== '' && !/[\p{L}\p{N}]/u.test(told);
}

function changesOf(brief: Brief, made: Composition, text: string): readonly Note[] {
  const from = brief.input.message.cta?.url;
  return [
    ...brief.beside.changed,
    ...made.changed,
    ...(made.frame === undefined
      ? []
      : [{ what: 'offer', why: `told by the guide's frame: “${made.frame}”` }]),
    ...(brief.link !== undefined && from !== undefined && brief.link !== from
      ? [{ what: 'link', why: "carries the guide's UTM parameters" }]
      : []),
    ...(!brief.billed || text === made.text
      ? []
      : [{ what: 'typography', why: 'written within GSM-7, so that fewer segments are sent' }]),
  ];
}

function problemsOf(brief: Brief, made: Composition, parts: readonly Part[]): readonly Note[] {
  const whole = parts.map(({ text }) => text).join('\n');
  const opened = parts
    .filter(({ field }) => field !== 'preheader')
    .map(({ text }) => text)
    .join('\n');
  return [
    ...(saysNothing(brief, whole) ? [{ what: 'message', why: nothingSaid(brief) }] : []),
    ...brief.problems,
    ...brief
      .disclosures(whole)
      .filter(({ text }) => text === undefined)
      .map(({ id }) => ({
        what: `disclosure ${id}`,
        why: `the guide has no text of it for ${brief.input.locale}`,
      })),
    ...unsaidFacts(brief, made, opened),
    ...unsaidLines(brief, opened),
    ...unseen(brief, parts.find(({ field }) => field === brief.field)?.text ?? ''),
    ...parts.flatMap((part) => lengthProblems(brief, part)),
    ...phraseProblems(brief),
  ];
}

function lengthProblems(brief: Brief, { field, text }: Part): readonly Note[] {
  const { channel } = brief.input;
  const { length, limit, unit, fits } =
    field === brief.field ? brief.count(text) : channel.count(text, field);
  if (fits) return [];
  const sent = channel.pieces?.(text);
  const size = `${length} ${unit}`;
  const why =
    sent === undefined
      ? `${field} has ${size} where ${limit ?? 0} are taken: what is required does not fit into less`
      : `sent as ${sent} segments, ${size} where one takes ${limit ?? 0}: what is required does not fit into one`;
  return [{ what: 'length', why }];
}

/** Disclosures and legal lines for which there was no room. */
function unsaidLines(brief: Brief, whole: string): readonly Note[] {
  const said = fold(whole);
  const lines = [
    ...brief.legal.map((text) => ({ what: 'legal line', text })),
    ...brief
      .disclosures(whole)
      .flatMap(({ id, text }) => (text === undefined ? [] : [{ what: `disclosure ${id}`, text }])),
  ];
  return lines
    .filter(({ text }) => !said.includes(foldOpen(text)))
    .map(({ what, text }) => ({ what, why: `no room for “${text}”` }));
}

/** Neither headline nor body, nor a person's own telling that found room. */
const saysNothing = ({ input: { message } }: Brief, whole: string): boolean =>
  [message.headline, message.body].every((one) => (one ?? '').trim() === '') &&
  Object.values(message.lengths ?? {}).every((own) => own.trim() === '' || !whole.includes(own.trim()));

const nothingSaid = ({ input: { message } }: Brief): string =>
  message.lengths === undefined
    ? 'says nothing yet: no headline and no body'
    : 'says nothing here: no headline and no body, and no room for a telling of its own';

/** What the pieces say that the variant was made of; each has been read already. */
const saidBy = ({ story, says, beside }: Brief, { headline, sentences, frame }: Composition) =>
  union(
    says(headline ? story.headline : ''),
    says(frame ?? ''),
    ...sentences.map((sentence) => sentence.says),
    ...beside.parts.filter(({ field }) => field !== 'preheader').map(({ text }) => says(text)),
  );

/** Legal lines without a form, and what the message contradicts, are among the brief's own. The text is read only for what its pieces do not say. */
function unsaidFacts(brief: Brief, made: Composition, text: string): readonly Note[] {
  const { link } = brief;
  const unlinked = link === undefined ? text : text.replaceAll(link, '');
  const carried = unlinked !== text || brief.beside.cta || brief.input.channel.spec.links.place !== 'inline';
  const known = union(saidBy(brief, made), carried ? brief.linked : [], brief.contradictions.keys());
  const due = brief.input.facts.filter(
    ({ id, kind }) => brief.required.has(id) && kind !== 'legal' && !known.has(id),
  );
  if (due.length === 0) return [];
  const said = brief.says(unlinked);
  return due
    .filter(({ id }) => !said.has(id))
    .map((fact) => ({
      what: `fact ${fact.id}`,
      why: 'required here and not said: no room, or nothing in the message says it',
    }));
}

function phraseProblems({
  phrases,
  billed,
  sheet,
  link,
  input: { channel, locale },
}: Brief): readonly Note[] {
  const footed = channel.spec.fields.some(({ name }) => name === 'footer');
  const lacking = (name: string): Note => ({
    what: `phrase ${name}`,
    why: `the guide has none for ${locale}: left out`,
  });
  return [
    ...(channel.spec.links.place === 'none' && link !== undefined && phrases.linkInBio === undefined
      ? [lacking('linkInBio')]
      : []),
    ...((billed || footed) && phrases.optOut === undefined ? [lacking('optOut')] : []),
    ...(sheet && link !== undefined && phrases.scanQr === undefined ? [lacking('scanQr')] : []),
  ];
}
