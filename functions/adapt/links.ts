/** Gives links the guide's UTM parameters, once, and leaves their own queries and fragments as they are. */
export interface Utm {
  readonly source?: string;
  readonly medium?: string;
  readonly campaign?: string;
}

export interface LinkPlace {
  readonly channel: string;
  readonly campaign: string;
  readonly step: string;
}

/** Letters and digits of any script, joined by hyphens. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '');

const fill = (template: string, place: LinkPlace): string =>
  template
    .replaceAll('{channel}', place.channel)
    .replaceAll('{campaign}', slugOf(place.campaign))
    .replaceAll('{step}', slugOf(place.step));

/** A parameter that the link has already is not touched, whoever set it. */
export function withUtm(url: string, utm: Utm | undefined, place: LinkPlace): string {
  if (utm === undefined || !/^https?:\/\//iu.test(url)) return url;
  const [address = '', ...fragments] = url.split('#');
  const [base = '', ...queries] = address.split('?');
  const query = queries.join('?');
  const present = new Set(query.split('&').map((pair) => pair.split('=')[0]));
  const added = (['source', 'medium', 'campaign'] as const).flatMap((name) => {
    const value = utm[name];
    if (value === undefined || present.has(`utm_${name}`)) return [];
    return [`utm_${name}=${encodeURIComponent(fill(value, place))}`];
  });
  if (added.length === 0) return url;
  const glue = query === '' || query.endsWith('&') ? '' : '&';
  return [`${base}?${query}${glue}${added.join('&')}`, ...fragments].join('#');
}
