/** The consistency report over 17 channels in six locales, cold and warm, and how fast facts are read. */
import { readFile } from 'node:fs/promises';
import { figure, quantile, table, timed } from '../measure.mjs';
import { product } from './product.mjs';

const RUNS = 40;
const WARM_UP = 10;
const MEGA = 1024 * 1024;
/** Every so many variants say another price, as people's edits do. */
const EVERY = 10;

/** The variants as adapting makes them, some of them edited. */
function variantsOf({ adaptPlace, placesOf, compileGuide, neutralGuide }, campaign) {
  const compiled = new Map();
  const compileAt = ({ channel, locale }) => {
    const key = `${channel} ${locale}`;
    const made = compiled.get(key) ?? compileGuide(neutralGuide, { channel, locale });
    compiled.set(key, made);
    return made;
  };
  const said = placesOf(campaign).map((place, at) => {
    const guide = compileAt(place);
    const { content } = adaptPlace(campaign, place, guide.guide, guide);
    const edit = (text) => (at % EVERY === 0 ? text.replace(/12([.,])50/u, '13$150') : text);
    return {
      place,
      content: { ...content, parts: content.parts.map((one) => ({ ...one, text: edit(one.text) })) },
    };
  });
  return { said, compileAt };
}

const charactersOf = (said) =>
  said.reduce(
    (sum, { content }) => sum + content.parts.reduce((total, { text }) => total + text.length, 0),
    0,
  );

const size = (one) => one.content.parts.map(({ text }) => text).join('\n');

/** Characters a second, and the median of one text, by locale. */
async function readingRows({ findMentions }, said, locales) {
  const rows = [];
  for (const locale of locales) {
    const texts = said.filter(({ place }) => place.locale === locale).map(size);
    const context = { locale, codes: ['LANTERN20'] };
    const all = () => texts.forEach((text) => findMentions(text, context));
    await timed(all, WARM_UP);
    const taken = await timed(all, RUNS);
    const characters = texts.reduce((sum, text) => sum + text.length, 0);
    const p50 = quantile(taken, 0.5);
    rows.push([locale, figure(characters / p50 / 1000), figure(p50 / texts.length)]);
  }
  return rows;
}

export async function consistencyReport() {
  const modules = await product();
  const document = JSON.parse(await readFile(new URL('campaign.json', import.meta.url), 'utf8'));
  const read = modules.checkCampaign(document);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { campaign } = read;
  const { said, compileAt } = variantsOf(modules, campaign);
  const run = () => modules.consistencyOf(campaign, said, compileAt);
  const [cold] = await timed(run, 1);
  await timed(run, WARM_UP);
  const warm = await timed(run, RUNS);
  const { heapUsed, rss } = process.memoryUsage();
  const { findings } = run();
  const report = table(
    ['report', 'cold ms', 'warm p50 ms', 'warm p95 ms', 'heap MB', 'resident MB'],
    [
      [
        `${said.length} variants, ${charactersOf(said)} characters, ${findings.length} findings`,
        figure(cold),
        figure(quantile(warm, 0.5)),
        figure(quantile(warm, 0.95)),
        figure(heapUsed / MEGA),
        figure(rss / MEGA),
      ],
    ],
  );
  const reading = table(
    ['facts read, warm', 'million characters a second', 'ms a text'],
    await readingRows(modules, said, campaign.locales),
  );
  return `${report}\n\n${reading}`;
}
