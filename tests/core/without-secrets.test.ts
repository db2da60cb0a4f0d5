import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../functions/core/without-secrets.ts';

const SECRET = 'to/k+en of härbour=tea~~';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const lowered = (text: string): string => text.replaceAll(/%[0-9A-F]{2}/gu, (hex) => hex.toLowerCase());

describe('text without secrets', () => {
  it.each<[string, string]>([
    ['as it is', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['with small digits', lowered(encodeURIComponent(SECRET))],
    ['as a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
    ['in JSON', SECRET.replaceAll('/', String.raw`\/`)],
    ['in base64', base64(SECRET)],
    ['in base64 for addresses', Buffer.from(SECRET).toString('base64url')],
    ['in a Basic header', base64(`id:${SECRET}`)],
    ['in a SASL answer', base64(`\0letters\0${SECRET}`)],
    ['in percent-encoded base64', encodeURIComponent(base64(SECRET))],
  ])('shows nothing of one that is repeated %s', (_how, repeated) => {
    const quiet = withoutSecrets(`before ${repeated} after`, [SECRET]);
    expect(quiet).toMatch(/^before \S{0,16}…\S{0,8} after$/u);
  });

  it('leaves what is too short to be one, and everything else, as it is', () => {
    expect(withoutSecrets('Teapots are out of stock (404).', ['tea', '', SECRET])).toBe(
      'Teapots are out of stock (404).',
    );
  });

  it('takes a longer secret before one that is a part of it', () => {
    expect(withoutSecrets('key harbour-tea-9912 is old', ['harbour-tea', 'harbour-tea-9912'])).toBe(
      'key … is old',
    );
  });

  it('finds it among any bytes of base64', () => {
    const bytes = fc.uint8Array({ maxLength: 12 });
    const secret = fc.string({ minLength: 6, maxLength: 40, unit: 'binary-ascii' });
    fc.assert(
      fc.property(bytes, secret, bytes, (before, one, after) => {
        const among = Buffer.concat([before, Buffer.from(one), after]);
        const whole = [among.toString('base64'), among.toString('base64url')];
        for (const text of whole) expect(withoutSecrets(text, [one])).toContain('…');
      }),
    );
  });
});
