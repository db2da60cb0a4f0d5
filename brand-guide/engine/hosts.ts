/** Reads the host of a link, and sees through names that only look like another. */
import data from '../rules/data/links.json' with { type: 'json' };
import lookAlikes from './look-alikes.json' with { type: 'json' };

export interface Link {
  /** In lower case, without `://`; undefined for a bare domain. */
  readonly scheme: string | undefined;
  readonly userinfo: string | undefined;
  /** In lower case and Unicode, without port and a closing dot. */
  readonly host: string;
  /** Path, query and fragment. */
  readonly rest: string;
}

const PARTS = /^(?:([A-Za-z][A-Za-z0-9+-]*):\/\/)?(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?(.*)$/su;

export function readLink(written: string): Link {
  const [, scheme, userinfo, host = '', rest = ''] = PARTS.exec(written) ?? [];
  return { scheme: scheme?.toLowerCase(), userinfo, host: unicodeHost(host), rest };
}

const WORD_DOMAINS = new Set(data.wordDomains);

/** "great.it was" is no link: a bare domain that ends in a word needs a path or a second dot. */
export function isSure({ scheme, host, rest }: Link): boolean {
  if (scheme !== undefined) return scheme === 'http' || scheme === 'https';
  const labels = host.split('.');
  return rest !== '' || labels.length > 2 || !WORD_DOMAINS.has(labels.at(-1) ?? '');
}

/** A host as people read it: lower case, NFC, `xn--` labels decoded. */
export function unicodeHost(host: string): string {
  return host
    .normalize('NFC')
    .toLowerCase()
    .replace(/[。．｡]/gu, '.')
    .replace(/\.$/u, '')
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.');
}

const BASE = 36;

function digitOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x61;
  return unit >= 0x30 && unit <= 0x39 ? unit - 22 : BASE;
}

function adapt(delta: number, points: number, first: boolean): number {
  let left = first ? Math.floor(delta / 700) : delta >> 1;
  left += Math.floor(left / points);
  let k = 0;
  for (; left > 455; k += BASE) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}

/** One label without its `xn--`, by RFC 3492; undefined where it is no punycode. */
function decodePunycode(label: string): string | undefined {
  const split = label.lastIndexOf('-');
  const points = Array.from(split > 0 ? label.slice(0, split) : '', (one) => one.codePointAt(0) ?? 0);
  let [n, i, bias] = [128, 0, 72];
  for (let at = split > 0 ? split + 1 : 0; at < label.length;) {
    const before = i;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at++));
      if (digit >= BASE || weight > 0xffffff) return undefined;
      i += digit * weight;
      const threshold = k <= bias ? 1 : Math.min(26, k - bias);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapt(i - before, length, before === 0);
    n += Math.floor(i / length);
    if (n > 0x10ffff) return undefined;
    i %= length;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points);
}

/** A domain covers itself and its subdomains. */
export function coversHost(domain: string, host: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

export function isAddress(host: string): boolean {
  return (
    /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(host) || host.startsWith('[') || /^(?:0x[\da-f]+|\d{8,10})$/u.test(host)
  );
}

const SCRIPTS = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u];

/** Whether one label mixes alphabets whose letters look alike. */
export function mixesAlphabets(host: string): boolean {
  return host.split('.').some((label) => SCRIPTS.filter((script) => script.test(label)).length > 1);
}

const SAME = new Map(
  Object.entries(lookAlikes).flatMap(([latin, others]) => [...others].map((one) => [one, latin])),
);

/** The host as its shape reads: letters of other alphabets, accents and 0 and 1 as the Latin letters that they pass for. */
export function shapeOf(host: string): string {
  return Array.from(host.normalize('NFD').replace(/\p{Mn}/gu, ''), (one) => SAME.get(one) ?? one)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
