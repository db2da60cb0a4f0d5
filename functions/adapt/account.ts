/** Says what of the message was kept, left out and changed, and why. */
import type { Part } from '../../brand-guide/engine/types.ts';
import type { Note, Notes } from '../core/variant.ts';
import type { Brief } from './brief.ts';
import type { Composition } from './compose/composition.ts';
import { unseen } from './unseen.ts';
import { fold, foldOpen } from './words.ts';

/** `whole` is the brief before other parts took the headline; `parts` what the variant says in the end. */
export function accountOf(whole: Brief, brief: Brief, made: Composition, parts: readonly Part[]): Notes {
  const main = parts.find(({ field }) => field === brief.field)?.text ?? '';
  const silent = emptied(brief, made, main);
  const composition = silent ? { ...made, headline: false, sentences: [] } : made;
  const blocks = [
    ...storyNotes(whole, { ...composition, headline: composition.headline || brief.beside.headline }),
    ...furnitureNotes(brief, composition),
  ];
  return {
    kept: blocks.filter((one) => one.kept).map(({ what, why }) => ({ what, why })),
    leftOut: blocks.filter((one) => !one.kept).map(({ what, why }) => ({ what, why })),
    changed: changesOf(brief, composition, main),
    problems: [...(silent ? [SILENT] : []), ...problemsOf(brief, parts)],
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

interface Fate extends Note {
  readonly kept: boolean;
}

const WHY_LEFT: Readonly<Record<string, string>> = {
  micro: 'a micro channel carries hook, offer and call to action',
  short: 'a short channel carries the hook, the offer and what matters most',
  long: 'does not fit with the rest',
};

function storyNotes(brief: Brief, made: Composition): readonly Fate[] {
  const { headline, sentences, details } = brief.story;
  const left =
    made.personal === undefined
      ? (WHY_LEFT[brief.input.channel.spec.lengthClass] ?? '')
      : `a person's own ${made.personal} telling is used`;
  const told = (index: number): boolean => made.sentences.some((one) => one.index === index);
  const framed = (says: ReadonlySet<string>): boolean =>
    made.frame !== undefined &&
    [...says].some((id) => !brief.repeatable.has(id) && brief.says(made.frame ?? '').has(id));
  return [
    ...(headline === ''
      ? []
      : [{ what: 'headline', kept: made.headline, why: made.headline ? 'the hook' : left }]),
    ...sentences.map((one) => {
      const kept = told(one.index);
      const says = [...one.says].join(', ');
      const why = says === '' ? 'among the sentences that matter most' : `says ${says}`;
      return {
        what: `sentence “${one.text}”`,
        kept,
        why: kept ? why : framed(one.says) ? "its facts are told by the guide's offer frame" : left,
      };
    }),
    ...(details.length === 0
      ? []
      : [
          {
            what: `${details.length} details`,
            kept: made.details,
            why: made.details ? 'each on its line' : left,
          },
        ]),
  ];
}

function furnitureNotes(brief: Brief, made: Composition): readonly Fate[] {
  const { spec } = brief.input.channel;
  const all = brief.input.message.hashtags ?? [];
  const dropped = all.filter(
    (tag) => !brief.tags.slice(0, made.tags).some((kept) => kept.slice(1) === tag.replace(/^#/u, '')),
  );
  return [
    ...(brief.cta === ''
      ? []
      : [
          {
            what: 'call to action',
            kept: made.cta || brief.beside.cta,
            why: callWhy(brief, made),
          },
        ]),
    ...(brief.link === undefined ? [] : [{ what: 'link', kept: true, why: linkWhy(brief) }]),
    ...brief.tags.slice(0, made.tags).map((tag) => ({ what: tag, kept: true, why: 'hashtag' })),
    ...dropped.map((tag) => ({
      what: `#${tag.replace(/^#/u, '')}`,
      kept: false,
      why:
        brief.bare || brief.closing.length > 0
          ? `${spec.name} has no hashtags`
          : 'more than the guide or the channel wants, or has room for',
    })),
    ...brief.handles.map((handle) => ({
      what: handle,
      kept: made.handles,
      why: made.handles ? 'mention' : 'no room',
    })),
  ];
}

function callWhy({ beside, sheet }: Brief, made: Composition): string {
  if (beside.cta) return 'on the button';
  if (made.cta) return 'in its own words';
  return sheet ? 'the code to scan stands for it' : 'no room for its words: the link stands for it';
}

function linkWhy({ sheet, input }: Brief): string {
  if (sheet) return 'in the code to scan';
  switch (input.channel.spec.links.place) {
    case 'none':
      return 'beside the text: a link cannot be clicked here';
    case 'field':
      return 'in a field of its own beside the text';
    case 'inline':
      return 'the call to action leads there';
  }
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

function problemsOf(brief: Brief, parts: readonly Part[]): readonly Note[] {
  const whole = parts.map(({ text }) => text).join('\n');
  const opened = parts
    .filter(({ field }) => field !== 'preheader')
    .map(({ text }) => text)
    .join('\n');
  return [
    ...(saysNothing(brief) ? [{ what: 'message', why: 'says nothing yet: no headline and no body' }] : []),
    ...brief.problems,
    ...brief
      .disclosures(whole)
      .filter(({ text }) => text === undefined)
      .map(({ id }) => ({
        what: `disclosure ${id}`,
        why: `the guide has no text of it for ${brief.input.locale}`,
      })),
    ...unsaidFacts(brief, opened),
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

const saysNothing = ({ input: { message } }: Brief): boolean =>
  [message.headline, message.body, ...Object.values(message.lengths ?? {})].every(
    (one) => (one ?? '').trim() === '',
  );

/** Legal lines without a form are among the brief's own problems. */
function unsaidFacts(brief: Brief, text: string): readonly Note[] {
  const { link } = brief;
  const unlinked = link === undefined ? text : text.replaceAll(link, '');
  const carried = unlinked !== text || brief.beside.cta || brief.input.channel.spec.links.place !== 'inline';
  const said = new Set([...brief.says(unlinked), ...(carried ? brief.linked : [])]);
  return brief.input.facts
    .filter((fact) => brief.required.has(fact.id) && !said.has(fact.id) && fact.kind !== 'legal')
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
  const lacking = (name: string): Note => ({
    what: `phrase ${name}`,
    why: `the guide has none for ${locale}: left out`,
  });
  return [
    ...(channel.spec.links.place === 'none' && link !== undefined && phrases.linkInBio === undefined
      ? [lacking('linkInBio')]
      : []),
    ...(billed && phrases.optOut === undefined ? [lacking('optOut')] : []),
    ...(sheet && link !== undefined && phrases.scanQr === undefined ? [lacking('scanQr')] : []),
  ];
}
