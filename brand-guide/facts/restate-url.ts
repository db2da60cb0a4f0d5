/** A link's right target as the text writes it: with or without its scheme, and with the tracking that it carried. */
import { absolute, isTracking } from './url.ts';

const SCHEME = /^https?:\/\//iu;

interface Address {
  readonly path: string;
  readonly query: readonly string[];
  readonly hash: string;
}

function partsOf(link: string): Address {
  const [rest = '', hash = ''] = link.split('#', 2);
  const [path = '', query = ''] = rest.split('?', 2);
  return { path, query: query.split('&').filter((pair) => pair !== ''), hash };
}

const nameOf = (pair: string): string => (pair.split('=')[0] ?? '').toLowerCase();

export function restateUrl(typed: string, value: string): string {
  const [was, right] = [partsOf(absolute(typed)), partsOf(value)];
  const tracked = was.query.filter(
    (pair) => isTracking(nameOf(pair)) && !right.query.some((own) => nameOf(own) === nameOf(pair)),
  );
  const query = [...right.query, ...tracked].join('&');
  const whole = right.path + (query === '' ? '' : `?${query}`) + (right.hash === '' ? '' : `#${right.hash}`);
  return SCHEME.test(typed) ? whole : whole.replace(SCHEME, '');
}
