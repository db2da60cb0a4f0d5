/** Long channels: the whole story in well set paragraphs, every detail on its line, the link, hashtags last. */
import type { Brief } from '../brief.ts';
import type { Sentence } from '../blocks.ts';
import { besideText, callOf, fits, lines, NOTHING, paragraphs, textOf } from './composition.ts';
import type { Composition } from './composition.ts';
import { bulletsIn, detailLine } from './details.ts';
import { composeMicro } from './micro.ts';
import { noticesFor } from './notices.ts';
import { ordersFor } from './order.ts';
import { pick } from './pick.ts';
import { setOut } from './set-out.ts';
import { hooked, opensBeforeFold, paragraphsOf, parted, runsOf, unitOf } from './unit.ts';
import type { GoesOn, Unit } from './unit.ts';
import { frameOwed, lackingIn } from './untold.ts';
import { columns } from '../words.ts';

const SHARES = [0.98, 0.9, 0.75, 0.5];

export function composeLong(brief: Brief): Composition {
  const own = brief.input.message.lengths?.long?.trim();
  if (own) {
    const theirs = personal(brief, own);
    if (theirs && fits(brief, theirs.text)) return theirs;
  }
  const whole = tell(brief, brief.story.sentences, true);
  return fits(brief, whole.text) ? whole : shortened(brief);
}

/** Over the limit, the sentences that matter most under what the rest leaves free. */
function shortened(brief: Brief): Composition {
  const { limit } = brief.count('');
  const said = brief.says(`${brief.story.headline}\n${besideText(brief)}`);
  for (const details of [true, false]) {
    const frame = brief.count(tell(brief, [], details).text).length;
    for (const share of SHARES) {
      const sentences = pick(brief, {
        budget: ((limit ?? Infinity) - frame) * share,
        weigh: (text) => brief.count(text).length + 2,
        wanted: brief.telling,
        said,
        mode: 'telling',
      });
      const shorter = tell(brief, sentences, details);
      if (sentences.length > 0 && fits(brief, shorter.text)) return shorter;
    }
  }
  return composeMicro(brief);
}

const furniture = ({ cta, tags, handles }: Brief): Composition => ({
  ...NOTHING,
  cta: cta !== '',
  tags: tags.length,
  handles: handles.length > 0,
});

/** With what it leaves unsaid behind it. */
function personal(brief: Brief, own: string): Composition | undefined {
  const lacking = lackingIn(brief, lines(besideText(brief), own));
  if (lacking === undefined) return undefined;
  const { sentences, frame } = lacking;
  return {
    ...furniture(brief),
    text: lay(brief, [own, ...paragraphsOf(brief, runsOf('story', sentences), goesOn), frame]),
    sentences,
    ...(frame !== '' && { frame }),
    personal: 'long',
  };
}

function tell(brief: Brief, sentences: readonly Sentence[], withDetails: boolean): Composition {
  const { headline } = brief.story;
  const told = withDetails ? brief.story.details : [];
  const details = lines(...told.map((one) => detailLine(brief, one)));
  const frame = frameOwed(brief, lines(besideText(brief), headline, textOf(sentences, brief), details));
  const runs = parted(brief, sentences);
  const units = hooked(brief, headline, [
    ...runs.filter(({ block }) => block === 'story'),
    ...(details === '' ? [] : [unitOf('details', details)]),
    ...runs.filter(({ block }) => block === 'offer'),
    ...(frame === '' ? [] : [unitOf('offer', frame)]),
  ]);
  return {
    ...furniture(brief),
    text: lay(brief, paragraphsOf(brief, inOrder(brief, units), goesOn)),
    headline: headline !== '',
    sentences,
    ...(frame !== '' && { frame }),
    details: told,
    changed: bulletsIn(brief, told),
  };
}

/** What a paragraph of several lines may take, in columns: beyond it the eye wants a rest. */
const RESTS = 300;

/** The message's own paragraphs, each run on as one; a long one breaks where the message begins a line. */
const goesOn: GoesOn = (last, next, [one, other], open) => {
  if (last.paragraph !== next.paragraph || one !== other) return false;
  return last.line === next.line || columns([...open, next].map(({ text }) => text).join(' ')) <= RESTS;
};

/** An order of the channel's own whose first sentence ends before the fold, else the usual one if its does. */
function inOrder(brief: Brief, units: readonly Unit[]): readonly Unit[] {
  const own = ordersFor(brief, units);
  return [...own, units].find((order) => opensBeforeFold(brief, order)) ?? own[0] ?? units;
}

function lay(brief: Brief, blocks: readonly string[]): string {
  const written = lines(...blocks);
  const linked = brief.written !== undefined && written.includes(brief.written);
  const words = linked ? (brief.beside.cta ? '' : brief.cta) : callOf(brief, true);
  const call = lines(words, brief.handles.join(' '));
  const notices = noticesFor(brief, lines(written, words));
  return paragraphs(...setOut(brief, { notices, told: blocks, call }), brief.tags.join(' '));
}
