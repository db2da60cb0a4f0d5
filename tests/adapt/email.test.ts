/** An e-mail as HTML: one heading, a button, the language's direction, and nothing that people wrote taken for markup. */
import * as fc from 'fast-check';
import { parse, defaultTreeAdapter as tree } from 'parse5';
import type { DefaultTreeAdapterTypes as Html } from 'parse5';
import { describe, expect, it } from 'vitest';
import { neutralGuide } from '../../brand-guide/guides/neutral.ts';
import type { Guide } from '../../brand-guide/schema/guide.ts';
import { renderEmail } from '../../functions/adapt/email/render-email.ts';
import type { Content } from '../../functions/core/variant.ts';

const LINK = 'https://harbour.example/jasmine?a=1&b=2#top';
const content: Content = {
  parts: [
    {
      field: 'body',
      text: `Each pearl opens slowly.\n\n🌼 One\n🍵 Two\n\nTaste a pot: ${LINK}\n\nFrom Harbour Tea.\nReply to stop.`,
    },
    { field: 'subject', text: 'Jasmine pearls' },
    { field: 'preheader', text: 'Rolled by hand' },
  ],
  link: LINK,
  media: [{ file: 'pot "1".jpg', alt: 'A pot & two cups' }],
};
const guide: Guide = {
  ...neutralGuide,
  color: {
    $type: 'color',
    primary: { $value: { colorSpace: 'srgb', components: [0, 0, 0.4], hex: '#000066' } },
  },
  typography: {
    base: {
      $type: 'typography',
      $value: { fontFamily: ['Harbour Sans'], fontSize: { value: 18, unit: 'px' } },
    },
  },
};

const elementsOf = (node: Html.Node): Html.Element[] => [
  ...(tree.isElementNode(node) ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap((child) => elementsOf(child)) : []),
];
const textOf = (node: Html.Node): string =>
  tree.isTextNode(node)
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map((child) => textOf(child)).join('')
      : '';
const attribute = (element: Html.Element | undefined, name: string): string | undefined =>
  element?.attrs.find((one) => one.name === name)?.value;

async function rendered(change: Partial<Content> = {}, locale = 'en-GB') {
  const { html, text, subject } = await renderEmail({ ...content, ...change }, guide, locale);
  const elements = elementsOf(parse(html));
  const all = (tag: string): Html.Element[] => elements.filter(({ tagName }) => tagName === tag);
  return { html, text, subject, all, elements };
}

describe('an e-mail', () => {
  it('has one heading, one button to the link, and its preheader ahead of the text', async () => {
    const { all, html } = await rendered();
    expect(all('h1').map((one) => textOf(one))).toEqual(['Jasmine pearls']);
    const [button, ...others] = all('a');
    expect(others).toEqual([]);
    expect(attribute(button, 'href')).toBe(LINK);
    expect(button && textOf(button).trim()).toBe('Taste a pot');
    expect(attribute(button, 'style')).toMatch(/background:\s*#000066/iu);
    expect(html.indexOf('Rolled by hand')).toBeLessThan(html.indexOf('Each pearl'));
    expect(html).toContain('Harbour Sans');
  });

  it('names its language and direction', async () => {
    const { all, elements } = await rendered({}, 'fa-IR');
    expect([attribute(all('html')[0], 'lang'), attribute(all('html')[0], 'dir')]).toEqual(['fa-IR', 'rtl']);
    expect(elements.filter((one) => attribute(one, 'style')?.includes('text-align:right'))).not.toEqual([]);
    expect(all('p').every((one) => attribute(one, 'dir') === 'rtl')).toBe(true);
  });

  it('says what its pictures show, and fetches nothing from elsewhere', async () => {
    const { all, html } = await rendered();
    expect(all('img').map((one) => [attribute(one, 'src'), attribute(one, 'alt')])).toEqual([
      ['cid:pot%20%221%22.jpg', 'A pot & two cups'],
    ]);
    expect(html).not.toMatch(/@import|fonts\.googleapis|<link/u);
    expect([...all('script'), ...all('iframe'), ...all('form')]).toEqual([]);
  });

  it('keeps the closing lines, and the same words as plain text', async () => {
    const { html, text, subject } = await rendered();
    expect(html).toContain('Reply to stop.');
    expect(subject).toBe('Jasmine pearls');
    expect(text).toBe(`Jasmine pearls\n\n${content.parts[0]?.text}\n`);
  });

  it('takes a link that is none for no link', async () => {
    const link = 'javascript:alert(1)';
    const { all } = await rendered({
      link,
      parts: [
        { field: 'subject', text: 'Hi' },
        { field: 'body', text: `Go: ${link}` },
      ],
    });
    expect(all('a').map((one) => attribute(one, 'href'))).toEqual(['#']);
  });

  it('takes nothing that people wrote for markup', async () => {
    const piece = fc.constantFrom(
      '<script>',
      '</p>',
      '<mj-raw>',
      '"',
      "'",
      '&amp;',
      '&',
      '<b',
      ']]>',
      '{{name}}',
      '\u0000',
      '\u0007',
      '\ud83d',
      '-->',
      '漢',
      '<!--',
      '\n',
      ' ',
      'x',
    );
    const wild = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(''));
    const plain = (await rendered()).elements.map(({ tagName }) => tagName);
    await fc.assert(
      fc.asyncProperty(wild, wild, wild, async (subject, preheader, words) => {
        const parts = [
          { field: 'subject', text: subject },
          { field: 'preheader', text: preheader },
          {
            field: 'body',
            text: `Some ${words.replaceAll('\n', ' ')} words.\n\n🌼 One\n🍵 Two\n\nTaste: ${LINK}\n\nA\nB`,
          },
        ];
        const { elements } = await rendered({ parts, media: [{ file: words, alt: subject }] });
        expect(elements.map(({ tagName }) => tagName)).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});
