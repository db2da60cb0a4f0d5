import { describe, expect, test } from 'vitest';
import { scopesOf } from '../../../brand-guide/engine/scopes.ts';
import { GROWTH, LINEAR, slowdown } from '../../support/slowdown.ts';

describe('scopes', () => {
  test.each([
    ['See https://n.example/a?b=c, now.', [['url', 'https://n.example/a?b=c']]],
    ['(HTTP://n.example/x)', [['url', 'HTTP://n.example/x']]],
    ['Visit northwind.example/java-mint.', [['url', 'northwind.example/java-mint']]],
    ['Στο lumen.example/el/δοκιμή;', [['url', 'lumen.example/el/δοκιμή']]],
    ['在https://lumen.example/try享優惠', [['url', 'https://lumen.example/try']]],
    ['Write me.too+x@mail.example now', [['email', 'me.too+x@mail.example']]],
    [
      'By @north.wind, @a@social.example.',
      [
        ['handle', '@north.wind'],
        ['handle', '@a@social.example'],
      ],
    ],
    [
      '#JavaMint #Καφές #鏡框 #عینک_نو #5',
      [
        ['hashtag', '#JavaMint'],
        ['hashtag', '#Καφές'],
        ['hashtag', '#鏡框'],
        ['hashtag', '#عینک_نو'],
      ],
    ],
    ['C#, x#y, &#39; https://a.example/#b', [['url', 'https://a.example/#b']]],
    [
      'Hi {{first_name}}, `npm i` ```\n@x\n```',
      [
        ['merge-tag', '{{first_name}}'],
        ['code', '`npm i`'],
        ['code', '```\n@x\n```'],
      ],
    ],
    [
      '“one” «два» 「三」 "four" don’t',
      [
        ['quotation', '“one”'],
        ['quotation', '«два»'],
        ['quotation', '「三」'],
        ['quotation', '"four"'],
      ],
    ],
    ['5.5 cm, e.g. this.That, v2.0, ...com', []],
    ['It was 3 p.m. Come.', []],
    ['«a\n\nb»', []],
    ['ASP.NET, Node.js and VB.NET, i.e. no link', []],
    [
      'NORTHWIND.COM or www.northwind.coop/a_',
      [
        ['url', 'NORTHWIND.COM'],
        ['url', 'www.northwind.coop/a_'],
      ],
    ],
    [
      'x.com.tr/путь (кафе.рф)',
      [
        ['url', 'x.com.tr/путь'],
        ['url', 'кафе.рф'],
      ],
    ],
    [
      'See en.wiki.example/Mint_(herb), (n.example/a).',
      [
        ['url', 'en.wiki.example/Mint_(herb)'],
        ['url', 'n.example/a'],
      ],
    ],
    [
      'https://a.example/x، و https://a.example’s',
      [
        ['url', 'https://a.example/x'],
        ['url', 'https://a.example'],
      ],
    ],
    [
      '在@lumen試戴 ＠lumen_tw @кафе, @me-',
      [
        ['handle', '@lumen'],
        ['handle', '＠lumen_tw'],
        ['handle', '@кафе'],
        ['handle', '@me'],
      ],
    ],
    [
      '試戴#鏡框#限時，#عینک‌ها؛ #️⃣ #5G',
      [
        ['hashtag', '#鏡框'],
        ['hashtag', '#限時'],
        ['hashtag', '#عینک‌ها'],
        ['hashtag', '#5G'],
      ],
    ],
    [
      '#скидка! #ρύζι· #diskon.',
      [
        ['hashtag', '#скидка'],
        ['hashtag', '#ρύζι'],
        ['hashtag', '#diskon'],
      ],
    ],
    [
      '„да“ и “нет”, ‹x›, 《書》, „a”',
      [
        ['quotation', '„да“'],
        ['quotation', '“нет”'],
        ['quotation', '‹x›'],
        ['quotation', '《書》'],
        ['quotation', '„a”'],
      ],
    ],
    ['5" x 7" and 5\'10" of "mint"', [['quotation', '"mint"']]],
    ['說"你好"了', [['quotation', '"你好"']]],
    ["Don't, 'tis the dogs' home; the '90s, rock 'n' roll", []],
    ['It’s ’tis the dogs’ home; the ‘90s, rock ’n’ roll', []],
    [
      "She said 'it's real' and ‘it’s fine’.",
      [
        ['quotation', "'it's real'"],
        ['quotation', '‘it’s fine’'],
      ],
    ],
    [
      '“one ‘two’ three”',
      [
        ['quotation', '“one ‘two’ three”'],
        ['quotation', '‘two’'],
      ],
    ],
    ['Use ``a`b`` now', [['code', '``a`b``']]],
  ])('%s', (text, expected) => {
    expect(scopesOf(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(expected);
  });

  test.each([
    ['one word', 'a'],
    ['dots', 'a.'],
    ['domains', 'a.com.'],
    ['signs', '@#'],
    ['open quotes', '“'],
    ['open tags', '{{'],
    ['colons', 'http://'],
    ['addresses', 'a@'],
    ['back-ticks', '` \n'],
    ['hyphens', 'a-'],
    ['straight quotes', '"\n'],
    ['apostrophes', " 'a"],
    ['curly apostrophes', ' ‘a’a'],
    ['brackets', 'a.com/(('],
  ])('%s by the hundred thousand take time that grows with the text', GROWTH, (_, unit) => {
    const repeat = (size: number) => unit.repeat(size / unit.length);
    expect(slowdown((size) => void scopesOf(repeat(size)), 20_000)).toBeLessThan(LINEAR);
  });
});
