/** The report over 17 channels in six locales, and the facts of its variants read by locale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { product } from '../product.mjs';

const DOCUMENT = JSON.parse(readFileSync(new URL('campaign.json', import.meta.url), 'utf8'));
/** Every so many variants say another price, as people's edits do. */
const EVERY = 10;

function campaignOf({ checkCampaign }) {
  const read = checkCampaign(DOCUMENT);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.campaign;
}

function guides({ compileGuide, neutralGuide }) {
  const compiled = new Map();
  return ({ channel, locale }) => {
    const key = `${channel} ${locale}`;
    const known = compiled.get(key) ?? compileGuide(neutralGuide, { channel, locale });
    compiled.set(key, known);
    return known;
  };
}

/** The variants as adapting makes them, some of them edited. */
const variantsOf = ({ adaptPlace, placesOf }, campaign, compileAt) =>
  placesOf(campaign).map((place, at) => {
    const guide = compileAt(place);
    const { content } = adaptPlace(structuredClone(campaign), place, guide.guide, guide);
    const edit = (text) => (at % EVERY === 0 ? text.replace(/12([.,])50/u, '13$150') : text);
    return {
      place,
      content: { ...content, parts: content.parts.map((one) => ({ ...one, text: edit(one.text) })) },
    };
  });

const textOf = ({ content }) => content.parts.map(({ text }) => text).join('\n');
const sum = (texts) => texts.reduce((total, { length }) => total + length, 0);

const VARIANTS = new URL('../../dist/bench/variants.json', import.meta.url);

/** Makes the variants, here and not where they are read: adapting would warm what is measured cold. */
export async function writeVariants() {
  const modules = await product();
  writeFileSync(VARIANTS, JSON.stringify(variantsOf(modules, campaignOf(modules), guides(modules))));
}

async function made() {
  const modules = await product();
  return { modules, said: JSON.parse(readFileSync(VARIANTS, 'utf8')) };
}

/** A fresh campaign each time, so that nothing is remembered from the run before. */
async function report() {
  const { modules, said } = await made();
  const [campaign, compileAt] = [campaignOf(modules), guides(modules)];
  said.forEach(({ place }) => compileAt(place));
  const run = () => modules.consistencyOf(structuredClone(campaign), said, compileAt);
  return {
    what: `${said.length} variants, ${sum(said.map(textOf))} characters`,
    run,
  };
}

const reading = (locale) => async () => {
  const { modules, said } = await made();
  const texts = said.filter(({ place }) => place.locale === locale).map(textOf);
  const context = { locale, codes: ['LANTERN20'] };
  return {
    what: `${locale}: ${texts.length} texts`,
    characters: sum(texts),
    run: () => texts.forEach((text) => modules.findMentions(text, context)),
  };
};

export const works = {
  report,
  ...Object.fromEntries(DOCUMENT.locales.map((locale) => [locale, reading(locale)])),
};
