/** Says what of the message was kept, left out and changed, and why. */
import type { Note, Notes } from '../core/variant.ts';
import type { Brief } from './brief.ts';
import type { Composition } from './compose/composition.ts';

export function accountOf(brief: Brief, made: Composition, text: string): Notes {
  const silent = emptied(brief, made, text);
  const composition = silent ? { ...made, headline: false, sentences: [] } : made;
  const blocks = [...storyNotes(brief, composition), ...furnitureNotes(brief, composition)];
  return {
    kept: blocks.filter((one) => one.kept).map(({ what, why }) => ({ what, why })),
    leftOut: blocks.filter((one) => !one.kept).map(({ what, why }) => ({ what, why })),
    changed: changesOf(brief, composition, text),
    problems: [...(silent ? [SILENT] : []), ...problemsOf(brief, text)],
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
  const linkWhy =
    spec.links.place === 'none'
      ? 'beside the text: a link cannot be clicked here'
      : 'the call to action leads there';
  return [
    ...(brief.cta === ''
      ? []
      : [
          {
            what: 'call to action',
            kept: made.cta,
            why: made.cta ? 'in its own words' : 'no room for its words: the link stands for it',
          },
        ]),
    ...(brief.link === undefined ? [] : [{ what: 'link', kept: true, why: linkWhy }]),
    ...brief.tags.slice(0, made.tags).map((tag) => ({ what: tag, kept: true, why: 'hashtag' })),
    ...dropped.map((tag) => ({
      what: `#${tag.replace(/^#/u, '')}`,
      kept: false,
      why: brief.plain
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

function changesOf(brief: Brief, made: Composition, text: string): readonly Note[] {
  const from = brief.input.message.cta?.url;
  return [
    ...made.changed,
    ...(made.frame === undefined
      ? []
      : [{ what: 'offer', why: `told by the guide's frame: “${made.frame}”` }]),
    ...(brief.link !== undefined && from !== undefined && brief.link !== from
      ? [{ what: 'link', why: "carries the guide's UTM parameters" }]
      : []),
    ...(text === made.text
      ? []
      : [{ what: 'typography', why: 'written within GSM-7, so that fewer segments are sent' }]),
  ];
}

function problemsOf(brief: Brief, text: string): readonly Note[] {
  const count = brief.count(text);
  const size = `${count.length} ${count.unit}`;
  const sent = brief.input.channel.pieces?.(text);
  const over =
    sent === undefined
      ? `${size} where ${count.limit ?? 0} are taken: what is required does not fit into less`
      : `sent as ${sent} segments, ${size} where one takes ${count.limit ?? 0}: what is required does not fit into one`;
  return [
    ...(saysNothing(brief) ? [{ what: 'message', why: 'says nothing yet: no headline and no body' }] : []),
    ...brief.problems,
    ...unsaidFacts(brief, text),
    ...(count.fits ? [] : [{ what: 'length', why: over }]),
    ...phraseProblems(brief),
  ];
}

const saysNothing = ({ input: { message } }: Brief): boolean =>
  [message.headline, message.body, ...Object.values(message.lengths ?? {})].every(
    (one) => (one ?? '').trim() === '',
  );

/** Legal lines without a form are among the brief's own problems. */
function unsaidFacts(brief: Brief, text: string): readonly Note[] {
  const { link } = brief;
  const unlinked = link === undefined ? text : text.replaceAll(link, '');
  const carried = unlinked !== text || brief.input.channel.spec.links.place !== 'inline';
  const said = new Set([...brief.says(unlinked), ...(carried ? brief.says(link ?? '') : [])]);
  return brief.input.facts
    .filter((fact) => brief.required.has(fact.id) && !said.has(fact.id) && fact.kind !== 'legal')
    .map((fact) => ({
      what: `fact ${fact.id}`,
      why: 'required here and not said: no room, or nothing in the message says it',
    }));
}

function phraseProblems({ phrases, plain, link, input: { channel, locale } }: Brief): readonly Note[] {
  const lacking = (name: string): Note => ({
    what: `phrase ${name}`,
    why: `the guide has none for ${locale}: left out`,
  });
  return [
    ...(channel.spec.links.place === 'none' && link !== undefined && phrases.linkInBio === undefined
      ? [lacking('linkInBio')]
      : []),
    ...(plain && phrases.optOut === undefined ? [lacking('optOut')] : []),
  ];
}
