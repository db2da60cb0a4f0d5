/** Text without the secrets in it, in whatever form somebody else repeats them. Pure. */

/** What is shorter is no secret, and would be found in every word. */
const FEWEST_CHARACTERS = 6;

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCodePoint(...bytes));

/**
 * Base64 writes three bytes with four letters of six bits each, so that a secret reads in one of three ways among others:
 * the letters that its neighbours have no bit in.
 */
const inBase64 = (secret: string): readonly string[] => {
  const bytes = new TextEncoder().encode(secret);
  return [0, 1, 2].map((before) => {
    const padded = new Uint8Array(before + bytes.length);
    padded.set(bytes, before);
    return base64Of(padded).slice(Math.ceil((before * 8) / 6), Math.floor((padded.length * 8) / 6));
  });
};

const forAddresses = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');

const lowerHex = (percent: string): string =>
  percent.replaceAll(/%[0-9A-F]{2}/gu, (hex) => hex.toLowerCase());

/** By the rules of addresses, and by those of forms; hexadecimal digits may be large or small. */
const percentEncoded = (text: string): readonly string[] =>
  [encodeURIComponent(text), new URLSearchParams([['', text]]).toString().slice(1)].flatMap((encoded) => [
    encoded,
    lowerHex(encoded),
  ]);

const formsOf = (secret: string): readonly string[] => {
  const base64 = inBase64(secret);
  const forms = [secret, ...base64, ...base64.map(forAddresses)];
  const inJson = forms.map((form) => form.replaceAll('/', String.raw`\/`));
  return [...inJson, ...forms.flatMap((form) => [form, ...percentEncoded(form)])];
};

/** Every secret of six characters or more is an ellipsis: as it is, in base64 among other bytes, percent-encoded, or in JSON that stands in a text. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string => {
  const forms = secrets.filter(({ length }) => length >= FEWEST_CHARACTERS).flatMap(formsOf);
  const longestFirst = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((quiet, form) => quiet.replaceAll(form, '…'), text);
};
