import { describe, expect, it } from 'vitest';
import { run } from './support/run.ts';

const facts = async (stdin: string, locale: string) => {
  const { status, out, said } = await run(['facts', '-', '--locale', locale, '--format', 'json'], { stdin });
  expect({ status, said }).toEqual({ status: 0, said: [] });
  return JSON.parse(out);
};

describe('cantus facts', () => {
  it.each([
    ['en-GB', 'A tin is €12.50.', 'price', { amount: '12.50', currency: 'EUR' }, '€12.50'],
    ['el-GR', 'Ένα κουτί κοστίζει 12,50 €.', 'price', { amount: '12.50', currency: 'EUR' }, '12,50 €'],
    ['ru-RU', 'Цена 1 299,00 ₽', 'price', { amount: '1299.00', currency: 'RUB' }, '1 299,00 ₽'],
    ['id-ID', 'Hanya Rp 25.000', 'price', { amount: '25000.00', currency: 'IDR' }, 'Rp 25.000'],
    ['fa-IR', 'فقط ۹٫۹۹ یورو', 'price', { amount: '9.99', currency: 'EUR' }, '۹٫۹۹ یورو'],
    ['zh-TW', '優惠至2027年3月31日止', 'date', '2027-03-31', '2027年3月31日'],
    ['zh-CN', '全场75折', 'percentage', { percent: '25', reduction: true }, '75折'],
  ])('%s: %s', async (locale, text, kind, value, mention) => {
    const [found, ...others] = await facts(text, locale);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind, value, text: mention });
    expect(text.slice(found.start, found.end)).toBe(mention);
    expect(found).not.toHaveProperty('unresolved');
    expect(found).not.toHaveProperty('readings');
  });

  it('gives every reading of what is ambiguous, and no value', async () => {
    const [found] = await facts('Only €1.299 today', 'en-GB');
    expect(found.readings).toHaveLength(2);
    expect(found.unresolved).toBe(true);
    expect(found).not.toHaveProperty('value');
  });

  it('marks what no value can be given for', async () => {
    const [found] = await facts('50% + 20% off', 'en-GB');
    expect(found).toMatchObject({ kind: 'percentage', unresolved: true });
    expect(found).not.toHaveProperty('value');
  });

  it('says once of a language whose words are not known what is read all the same', async () => {
    const { out, said } = await run(['facts', '-', '--locale', 'tlh', '--format', 'json'], {
      stdin: '€12.50 until 24 May 2027',
    });
    expect(said).toEqual([expect.stringMatching(/^The words of tlh are not known: read are prices, links/u)]);
    expect(
      JSON.parse(out).map(({ value, role }: { value: unknown; role?: string }) => [value, role]),
    ).toEqual([
      [{ amount: '12.50', currency: 'EUR' }, undefined],
      ['2027-05-24', undefined],
    ]);
    const lines = '{"id":1,"locale":"de-DE","text":"12,50 €"}\n{"id":2,"locale":"de-DE","text":"13 €"}';
    expect((await run(['facts', '-', '--lines'], { stdin: lines })).said).toHaveLength(1);
  });

  it('answers each line by its id', async () => {
    const stdin = [
      '{"id":"a","locale":"el-GR","text":"12,50 €"}',
      '{"id":2,"text":"no facts"}',
      '{"id":"c","locale":"en","text":"Use TEA5X now","codes":["TEA5X"]}',
    ].join('\n');
    const { status, out } = await run(['facts', '-', '--lines'], { stdin });
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers).toEqual([
      {
        id: 'a',
        facts: [expect.objectContaining({ kind: 'price', value: { amount: '12.50', currency: 'EUR' } })],
      },
      { id: 2, facts: [] },
      { id: 'c', facts: [expect.objectContaining({ kind: 'code', value: 'TEA5X' })] },
    ]);
  });

  it.each([
    ['{"id":"a","text":5}', 'line 1 text: '],
    ['{"text":"a"}', 'line 1 id: '],
    ['[]', 'line 1 the object: '],
    ['{"id":"a","text":"a","locale":"e_"}', '"e_" is not a locale'],
    ['{"id":"a","text":"a"}\n{', 'line 2 is not JSON'],
  ])('a bad line is named: %s', async (stdin, says) => {
    const { status, said } = await run(['facts', '-', '--lines'], { stdin });
    expect({ status, said }).toEqual({ status: 2, said: [expect.stringContaining(says)] });
  });

  it('sets them in a table for people', async () => {
    const { out } = await run(['facts', '-', '--locale', 'en-GB'], { stdin: '€12.50 until 3 May 2027' });
    expect(out.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^price +12\.50 EUR .*0–6 +"€12\.50"$/u),
      expect.stringMatching(/^date +2027-05-03 +end .*"3 May 2027"$/u),
    ]);
  });
});
