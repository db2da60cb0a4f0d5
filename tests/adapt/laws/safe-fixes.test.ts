/** Adapting leaves nothing that the guide could mend by itself, and mending again changes nothing. */
import { compileGuide } from '../../../brand-guide/engine/compile.ts';
import { judge } from '../../../brand-guide/engine/lint.ts';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { adaptPlace } from '../../../functions/adapt/adapt-place.ts';
import { readingContext, subjectAt } from '../../../functions/adapt/lint-place.ts';
import type { Standing } from '../../../functions/adapt/lint-place.ts';
import { disclosureTexts } from '../../../functions/adapt/required.ts';
import { fixedPart, mended } from '../../../functions/adapt/safe-fixes.ts';
import type { CampaignDraft } from '../../../functions/core/campaign.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';
import { TONGUES } from './generated/tongues.ts';
import { FEW_RUNS, hold } from './held.ts';

const campaignOf = ({ input, locale }: Case): CampaignDraft => ({
  name: 'Mint',
  zone: 'Etc/UTC',
  values: [],
  topics: input.topics ?? [],
  evidence: [],
  locales: [locale],
  channels: [input.channel.spec.id],
  facts: input.facts,
  steps: [{ id: 'main', messages: { [locale]: input.message } }],
  onFailure: 'continue',
});

const placeOf = ({ input: { channel, format = channel.spec.formats[0] }, locale }: Case): Standing => ({
  step: 'main',
  channel: channel.spec.id,
  format,
  locale,
});

/** The guide with a word that it has another for, of the message's own; its lines may have that word, or one twice. */
function asking({ input: { guide }, locale }: Case): Guide {
  const [use = '', , , , , term = ''] = TONGUES[locale].words;
  return {
    ...guide,
    vocabulary: { terms: [{ id: 'term', term, status: 'deprecated', use: [use], invariant: true }] },
  };
}

const linesOf = (one: Case): readonly string[] => disclosureTexts(one.input.guide, one.locale);

const timesIn = (text: string, line: string): number => text.split(line).length - 1;

function adapted(one: Case) {
  const compiled = compileGuide(asking(one), placeOf(one));
  const [campaign, place] = [campaignOf(one), placeOf(one)];
  return { compiled, campaign, place, said: adaptPlace(campaign, place, compiled.guide, compiled) };
}

hold(
  {
    'leaves no finding with a safe fix that has room and keeps the facts, and mends nothing anew': (
      _,
      one,
    ) => {
      const { compiled, campaign, place, said } = adapted(one);
      const context = readingContext(campaign, one.locale);
      const read = (text: string) => findMentions(text, context);
      const { channel } = one.input;
      if (said.notes.changed.every(({ what }) => !what.includes('→'))) return undefined;
      const again = mended(
        said.content,
        (content) => judge(compiled, subjectAt(campaign, place, content)),
        read,
        channel,
        linesOf(one),
      );
      const left = said.content.parts
        .map((part) => fixedPart(part, said.findings, read, linesOf(one)))
        .filter(({ text, field }) => channel.count(text, field).fits)
        .filter(({ text, field }) =>
          said.content.parts.every((part) => part.field !== field || part.text !== text),
        );
      const whole = said.content.parts.map(({ text }) => text).join('\n');
      return [
        ...left,
        ...linesOf(one).filter((line) => timesIn(whole, line) > 1),
        ...(JSON.stringify(again.content) === JSON.stringify(said.content) ? [] : [again.changed]),
      ];
    },
  },
  cases.map((one): Case => one),
  FEW_RUNS,
);
