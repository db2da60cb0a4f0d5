/** What is told where nothing longer fits: days and hours by themselves, a name. */
import type { Brief } from '../brief.ts';
import { brandOf, namesOf } from '../closing.ts';
import { union } from '../sets.ts';
import type { Body } from './bodies.ts';
import { besideText, closed, joined } from './composition.ts';
import { framesBehind } from './offer-frames.ts';

/**
 * The days and hours that have to be said, where no sentence that says them fits: behind the hook, the offer or the name, and
 * alone only where another part has the hook or calls to something. A deadline of nothing in particular says nothing.
 */
export function plainly(brief: Brief): Body[] {
  const { when, says, story, offer, bare, billed, beside } = brief;
  if (when === undefined) return [];
  const shown = union(says(besideText(brief)), says(story.headline));
  if ([...says(when.text)].every((id) => shown.has(id))) return [];
  const told = (headline: boolean, ahead: string): Body => ({
    text: joined(closed(ahead, brief), when.text, brief),
    says: union(says(headline ? story.headline : ahead), says(besideText(brief)), says(when.text)),
    headline,
    sentences: [],
    changed: [{ what: 'days and hours', why: `told by themselves: “${when.text}”` }],
  });
  const brand = bare && !billed && !when.ends ? brandOf(brief.input) : '';
  const frames = when.ends ? [] : framesBehind(brief, besideText(brief));
  const offered = frames.map((text) => told(false, text));
  const named = [offer.name ?? '', brand].filter((name) => name !== '').map((name) => told(false, name));
  if (story.headline === '') return beside.headline || !when.ends ? [...offered, told(false, '')] : named;
  return [told(true, ''), ...offered, ...named, ...(beside.cta && !when.ends ? [told(false, '')] : [])];
}

/** Where a headline of its own has no room for the hook: the deadline, behind a name if it can. */
export const deadlines = (brief: Brief): readonly string[] => {
  const { when, field, input } = brief;
  if (when?.ends !== true || field !== 'headline') return [];
  return [...namesOf(input).map((name) => joined(closed(name, brief), when.text, brief)), when.text];
};

/** Where not even the hook fits. */
export const nameAlone = ({ bare, billed, offer: { name }, says }: Brief): Body[] =>
  name === undefined || !bare || billed
    ? []
    : [{ text: name, says: says(name), headline: false, sentences: [] }];
