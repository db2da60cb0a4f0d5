/** Writes a letter as MJML in the guide's colours and type; everything that people wrote is escaped. */
import { isRightToLeft } from '../../../brand-guide/engine/direction.ts';
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import { lookOf } from '../look.ts';
import type { Look } from '../look.ts';
import type { Letter, LetterBlock } from './letter.ts';

/** Where a picture of the variant can be fetched. */
export type PictureAddress = (file: string) => string;

/** Pictures behind the first stand beside each other, so many in a row. */
const PER_ROW = 2;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** XML knows no other control characters than these white spaces. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n]|\p{Surrogate}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);

/** A link that is none leads nowhere rather than somewhere else. */
const addressed = (url: string): string => (/^https?:\/\//iu.test(url) ? escaped(url) : '#');

interface Page {
  readonly look: Look;
  readonly dir: 'ltr' | 'rtl';
  readonly align: 'left' | 'right';
}

export function mjmlOf(letter: Letter, guide: Guide, address: PictureAddress): string {
  const look = lookOf(guide);
  const rtl = isRightToLeft(letter.locale);
  const page: Page = { look, dir: rtl ? 'rtl' : 'ltr', align: rtl ? 'right' : 'left' };
  const [hero, ...others] = letter.pictures;
  const told = letter.blocks.map((block) => blockOf(block, page)).join('');
  const heading = `<mj-text font-family="${families(look.headings)}" font-size="${look.headingSize}px" line-height="1.25"><h1 dir="${page.dir}" style="margin:0;font-size:inherit;line-height:inherit;font-weight:inherit">${escaped(letter.heading)}</h1></mj-text>`;
  return [
    `<mjml lang="${escaped(letter.locale)}" dir="${page.dir}">`,
    headOf(letter, page),
    `<mj-body background-color="${look.background}" width="600px">`,
    ...(hero ? [sectionOf([pictureOf(hero, address)], page)] : []),
    sectionOf([heading + told], page),
    ...rowsOf(others).map((row) =>
      sectionOf(
        row.map((one) => pictureOf(one, address)),
        page,
      ),
    ),
    '</mj-body></mjml>',
  ].join('');
}

function headOf({ subject, preheader }: Letter, { look, align }: Page): string {
  return [
    '<mj-head>',
    `<mj-title>${escaped(subject)}</mj-title>`,
    ...(preheader === '' ? [] : [`<mj-preview>${escaped(preheader)}</mj-preview>`]),
    '<mj-attributes>',
    `<mj-text align="${align}" color="${look.foreground}" font-family="${families(look.base)}" font-size="${look.baseSize}px" line-height="1.5" />`,
    `<mj-button align="${align}" background-color="${look.primary}" color="${look.onPrimary}" font-family="${families(look.base)}" font-size="${look.baseSize}px" font-weight="700" border-radius="6px" inner-padding="14px 28px" />`,
    '</mj-attributes></mj-head>',
  ].join('');
}

const families = (names: readonly string[]): string =>
  escaped([...names, 'Helvetica', 'Arial', 'sans-serif'].join(', '));

const sectionOf = (columns: readonly string[], { dir }: Page): string =>
  `<mj-section direction="${dir}">${columns.map((inner) => `<mj-column direction="${dir}">${inner}</mj-column>`).join('')}</mj-section>`;

const pictureOf = ({ file, alt }: Letter['pictures'][number], address: PictureAddress): string =>
  `<mj-image src="${escaped(address(file))}" alt="${escaped(alt)}" />`;

function blockOf(block: LetterBlock, { dir }: Page): string {
  if ('call' in block)
    return `<mj-button href="${addressed(block.call.url)}">${escaped(block.call.text)}</mj-button>`;
  const lines = block.lines.map((line) => escaped(line)).join('<br />');
  return `<mj-text><p dir="${dir}" style="margin:0">${lines}</p></mj-text>`;
}

function rowsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / PER_ROW) }, (_, row) =>
    items.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
}
