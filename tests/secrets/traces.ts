/** Secrets that nobody could mistake for anything else, and where one of them can be read: as it is, percent-encoded, or in base64. */
import { createHash } from 'node:crypto';

/** No two begin alike, so that no compression makes of one a reference to another. */
export const secretOf = (name: string, length = 32): string =>
  `${createHash('sha256')
    .update(name)
    .digest('base64')
    .slice(0, length - 3)}/+~`;

/** The same of letters and digits alone. */
export const wordOf = (name: string, length = 32): string =>
  createHash('sha256').update(name).digest('hex').slice(0, length);

/** Whatever stands around it in base64, these letters stand for it. */
const inBase64 = (secret: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    return bytes.toString('base64').slice(4, -4);
  });

/** The ways in which a provider repeats one, among them what it goes with in a header. */
export const repeatedAs = (secret: string): readonly string[] => [
  secret,
  encodeURIComponent(secret),
  secret.replaceAll('/', String.raw`\/`),
  ...['', 'a:', 'ab:'].map((user) => Buffer.from(user + secret).toString('base64')),
  Buffer.from(secret).toString('base64url'),
];

/** Every way in which it is looked for. */
export const formsOf = (secret: string): readonly string[] => {
  const base64 = inBase64(secret);
  const forAddresses = base64.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'));
  const forms = [secret, ...base64, ...forAddresses];
  const percent = forms.map((one) => encodeURIComponent(one));
  const small = percent.map((one) => one.replaceAll(/%[0-9A-F]{2}/gu, (hex) => hex.toLowerCase()));
  return [...new Set([...forms, ...percent, ...small, secret.replaceAll('/', String.raw`\/`)])];
};

/** Which of them can be read in a text, each with what stands before it. */
export const tracesIn = (text: string, secrets: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(secrets).flatMap(([name, secret]) => {
    const found = formsOf(secret).find((form) => text.includes(form));
    if (found === undefined) return [];
    const at = text.indexOf(found);
    return [`${name}: ${JSON.stringify(text.slice(Math.max(0, at - 120), at))}`];
  });
