/** What the adapter writes for five campaigns on all their channels and locales: a change here is a decision that the diff shows. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileGuide } from '../../brand-guide/engine/compile.ts';
import { prepareGuide } from '../../brand-guide/engine/prepare.ts';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import { loadGuide } from '../../brand-guide/schema/load.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { adaptPlace, placesOf } from '../../functions/adapt/adapt-place.ts';
import type { Adapted } from '../../functions/adapt/adapt-place.ts';
import { readCampaign } from '../../functions/core/campaign-file.ts';
import type { CampaignDraft } from '../../functions/core/campaign.ts';
import type { Note } from '../../functions/core/variant.ts';

const at = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

async function guideNamed(name: string): Promise<Guide> {
  if (name === 'neutral') return neutralGuide;
  const loaded = loadGuide(at(`../../brand-guide/guides/${name}.yaml`));
  if (!loaded.ok) throw new Error(`${name} does not load`);
  await prepareGuide(loaded.guide);
  return loaded.guide;
}

function campaignNamed(name: string): CampaignDraft {
  const read = readCampaign(at(`../fixtures/campaigns/${name}.yaml`), { locale: 'en', zone: 'Etc/UTC' });
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  return read.campaign;
}

const list = (title: string, notes: readonly Note[]): string[] =>
  notes.map(({ what, why }) => `${title}: ${what} (${why})`);

const shown = (channel: string, { content, count, notes }: Adapted): string =>
  [
    `════ ${channel}: ${count.length} of ${count.limit} ${count.unit}`,
    ...content.parts.map(({ field, text }) => (content.parts.length > 1 ? `[${field}]\n${text}` : text)),
    '----',
    `link: ${content.link}`,
    `pictures: ${content.media.map(({ file }) => file).join(', ')}`,
    ...list('left out', notes.leftOut),
    ...list('changed', notes.changed),
    ...list('to settle', notes.problems),
    '',
  ].join('\n');

const CAMPAIGNS = [
  ['frosted-fig', 'northwind-coffee'],
  ['lenses-week', 'lumen-opticians'],
  ['joint-account', 'kestrel-bank'],
  ['museum-night', 'neutral'],
  ['kettle-recall', 'neutral'],
] as const;

describe.each(CAMPAIGNS)('%s', (name, guideName) => {
  const campaign = campaignNamed(name);
  const scripts = campaign.steps.flatMap(({ id }) => campaign.locales.map((locale) => [id, locale] as const));

  it.each(scripts)('%s in %s', async (step, locale) => {
    const guide = await guideNamed(guideName);
    const told = placesOf(campaign, { steps: [step], locales: [locale] }).map((place) => {
      const compiled = compileGuide(guide, { channel: place.channel, locale });
      return { place, adapted: adaptPlace(campaign, place, compiled.guide, compiled) };
    });
    const blocking = told.flatMap(({ adapted }) => adapted.findings.filter(({ gate }) => gate === 'block'));
    expect(blocking).toEqual([]);
    await expect(
      told.map(({ place, adapted }) => shown(place.channel, adapted)).join('\n'),
    ).toMatchFileSnapshot(`../golden/adapt/${name}/${step}.${locale}.txt`);
  });
});
