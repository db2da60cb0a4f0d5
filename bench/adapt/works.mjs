/** One message to every channel there is, in one locale: composed alone, and with safe fixes and findings. */
import { readFileSync } from 'node:fs';
import { product } from '../product.mjs';

const CASES = [
  ['frosted-fig', 'northwind-coffee', 'launch', 'en-US'],
  ['lenses-week', 'lumen-opticians', 'main', 'el-GR'],
  ['lenses-week', 'lumen-opticians', 'main', 'zh-TW'],
  ['lenses-week', 'lumen-opticians', 'main', 'fa-IR'],
  ['joint-account', 'kestrel-bank', 'main', 'en-GB'],
];

const at = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

async function placesOf(modules, [name, guideName, step, locale]) {
  const { guide } = modules.loadGuide(at(`brand-guide/guides/${guideName}.yaml`));
  await modules.prepareGuide(guide);
  const read = modules.readCampaign(at(`tests/fixtures/campaigns/${name}.yaml`), { locale, zone: 'Etc/UTC' });
  const campaign = { ...read.campaign, channels: modules.AVAILABLE };
  const places = modules.placesOf(campaign, { steps: [step], locales: [locale] });
  const compiled = places.map(({ channel }) => modules.compileGuide(guide, { channel, locale }));
  return { campaign, places, compiled };
}

function composing(modules, campaign, place, { guide }) {
  const step = modules.stepOf(campaign, place.step);
  modules.adapt({
    message: modules.messageIn(step, place.locale),
    facts: modules.factsAt(campaign, place),
    declared: campaign.facts,
    guide,
    channel: modules.channelOf(place.channel),
    format: place.format,
    locale: place.locale,
    step: place.step,
    topics: campaign.topics,
    window: campaign.window,
    campaign: { id: campaign.name, name: campaign.name },
  });
}

const adapting = (modules, campaign, place, compiled) =>
  modules.adaptPlace(campaign, place, compiled.guide, compiled);

const WAYS = { composed: composing, 'with fixes and findings': adapting };

/** Fresh objects each time, so that nothing is remembered from the run before. */
const workOf = (one, how, way) => async () => {
  const modules = await product();
  const { campaign, places, compiled } = await placesOf(modules, one);
  return {
    what: `${one[0]}, ${one[2]}, ${one[3]}: ${places.length} variants, ${how}`,
    run: () => {
      const fresh = structuredClone(campaign);
      places.forEach((place, index) => way(modules, fresh, place, compiled[index]));
    },
  };
};

export const works = Object.fromEntries(
  CASES.flatMap((one) =>
    Object.entries(WAYS).map(([how, way]) => [`${one.join(' ')} ${how}`, workOf(one, how, way)]),
  ),
);
