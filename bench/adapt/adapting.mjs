/** One message to every channel there is, in one locale: composed alone, and with safe fixes and findings; time and memory. */
import { readFileSync } from 'node:fs';
import { figure, quantile, table, timed } from '../measure.mjs';
import { bundled } from './modules.mjs';

const RUNS = { warm: 20, measured: 60 };
const MEGABYTE = 2 ** 20;
const CASES = [
  ['frosted-fig', 'northwind-coffee', 'launch', 'en-US'],
  ['lenses-week', 'lumen-opticians', 'main', 'el-GR'],
  ['lenses-week', 'lumen-opticians', 'main', 'zh-TW'],
  ['lenses-week', 'lumen-opticians', 'main', 'fa-IR'],
  ['joint-account', 'kestrel-bank', 'main', 'en-GB'],
];

const at = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Fresh objects each time, so that nothing is remembered from the run before. */
async function placesOf(modules, [name, guideName, step, locale]) {
  const { guide } = modules.loadGuide(at(`brand-guide/guides/${guideName}.yaml`));
  await modules.prepareGuide(guide);
  const read = modules.readCampaign(at(`tests/fixtures/campaigns/${name}.yaml`), { locale, zone: 'Etc/UTC' });
  const campaign = { ...read.campaign, channels: modules.AVAILABLE };
  const places = modules.placesOf(campaign, { steps: [step], locales: [locale] });
  const compiled = places.map(({ channel }) => modules.compileGuide(guide, { channel, locale }));
  return { campaign, places, compiled };
}

function composing(modules, { campaign, places, compiled }) {
  return () => {
    const fresh = structuredClone(campaign);
    places.forEach((place, index) => {
      const step = modules.stepOf(fresh, place.step);
      modules.adapt({
        message: modules.messageIn(step, place.locale),
        facts: modules.factsAt(fresh, place),
        declared: fresh.facts,
        guide: compiled[index].guide,
        channel: modules.channelOf(place.channel),
        format: place.format,
        locale: place.locale,
        step: place.step,
        topics: fresh.topics,
        window: fresh.window,
        campaign: { id: fresh.name, name: fresh.name },
      });
    });
  };
}

function adapting(modules, { campaign, places, compiled }) {
  return () => {
    const fresh = structuredClone(campaign);
    places.forEach((place, index) =>
      modules.adaptPlace(fresh, place, compiled[index].guide, compiled[index]),
    );
  };
}

async function latency(run) {
  const [cold] = await timed(run, 1);
  await timed(run, RUNS.warm);
  const before = process.memoryUsage().heapUsed;
  const taken = await timed(run, RUNS.measured);
  const grown = Math.max(0, process.memoryUsage().heapUsed - before) / MEGABYTE;
  return [cold, quantile(taken, 0.5), quantile(taken, 0.95), grown].map(figure);
}

export async function adaptation() {
  const modules = await bundled();
  const rows = [];
  for (const one of CASES) {
    const [name, , step, locale] = one;
    const set = await placesOf(modules, one);
    const what = `${name}, ${step}, ${locale}: ${set.places.length} variants`;
    rows.push([`${what}, composed`, ...(await latency(composing(modules, set)))]);
    rows.push([`${what}, with fixes and findings`, ...(await latency(adapting(modules, set)))]);
  }
  return table(['one message, one locale', 'cold ms', 'p50 ms', 'p95 ms', 'heap grown MB'], rows);
}
