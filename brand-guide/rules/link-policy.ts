/** Holds links to the guide: encrypted, on the brand's domains, as they seem, with their campaign's tags. */
import {
  coversHost,
  isAddress,
  isSure,
  mixesAlphabets,
  readLink,
  shapeOf,
  unicodeHost,
} from '../engine/hosts.ts';
import type { Link } from '../engine/hosts.ts';
import type { Check, Part, Range, Report, Rule, RuleContext } from '../engine/types.ts';
import { nearMiss } from '../schema/near-miss.ts';
import type { LinkPolicy } from '../schema/social.ts';
import data from './data/links.json' with { type: 'json' };

/** One link of the subject; the one that travels beside the text has an empty range. */
interface Standing extends Range {
  readonly part: Part;
  readonly written: string;
  readonly link: Link;
}

function linksOf({ subject, scopes }: RuleContext): Standing[] {
  const inText = subject.parts.flatMap((part) =>
    scopes(part)
      .filter(({ kind }) => kind === 'url')
      .map(({ start, end }) => ({ part, start, end, written: part.text.slice(start, end) })),
  );
  const [part] = subject.parts;
  const beside =
    part && subject.link !== undefined ? [{ part, start: 0, end: 0, written: subject.link }] : [];
  return [...inText, ...beside]
    .map((one) => ({ ...one, link: readLink(one.written) }))
    .filter(({ link }) => isSure(link));
}

function at({ part, start, end, written }: Standing, message: string): Report {
  return { field: part.field, start, end, item: written, message };
}

interface Domains {
  readonly allowed: readonly string[] | undefined;
  readonly shorteners: readonly string[];
}

function isAllowed({ allowed, shorteners }: Domains, host: string): boolean {
  return [...(allowed ?? []), ...shorteners].some((domain) => coversHost(domain, host));
}

/** The allowed domain that a foreign host passes itself off as. */
function disguisedAs({ allowed = [] }: Domains, host: string): string | undefined {
  const shape = shapeOf(host);
  return allowed.find((domain) => coversHost(shapeOf(domain), shape));
}

function deceit(domains: Domains, { userinfo, host }: Link): string | undefined {
  if (userinfo !== undefined)
    return `leads to ${host}, whatever stands before its @; write the address without it`;
  if (isAllowed(domains, host)) return undefined;
  const other = disguisedAs(domains, host);
  if (other !== undefined) return `is not ${other} but looks like it; write ${other}`;
  return mixesAlphabets(host) ? 'mixes alphabets, as false addresses do; check it' : undefined;
}

function* foreign(domains: Domains, standing: Standing): Iterable<Report> {
  const { host } = standing.link;
  if (isAllowed(domains, host)) return;
  if (isAddress(host))
    yield at(standing, `“${standing.written}” names a machine by its number; name a domain.`);
  else if (data.shorteners.some((one) => coversHost(one, host)))
    yield at(standing, `“${standing.written}” hides where it leads; link to the page itself.`);
  else if (domains.allowed) {
    const near = nearMiss(host, domains.allowed);
    const advice = near === undefined ? `link to ${domains.allowed.join(' or ')}` : `did you mean ${near}?`;
    const message = `“${host}” is no domain of this brand; ${advice}${near === undefined ? '.' : ''}`;
    const right =
      near === undefined || standing.end === 0
        ? undefined
        : standing.written.replace(/[^/@]*\.[^/?#:]*/u, near);
    yield { ...at(standing, message), ...(right !== undefined && { suggestions: [right] }) };
  }
}

function* insecure(policy: LinkPolicy, standing: Standing): Iterable<Report> {
  const { link, start, written } = standing;
  if (policy.https !== true || link.scheme !== 'http') return;
  const report = at(standing, `“${written}” is not encrypted; write https.`);
  yield standing.end === 0 ? report : { ...report, fix: { start, end: start + 4, text: 'https' } };
}

/** Only told of the brand's own pages on a channel: the adapter writes them, and a link elsewhere is not the brand's to tag. */
function* untagged({ utm }: LinkPolicy, domains: Domains, standing: Standing, context: RuleContext) {
  const { scheme, host, rest } = standing.link;
  if (!utm || !context.subject.channel || scheme === undefined) return;
  if (!domains.allowed?.some((domain) => coversHost(domain, host))) return;
  const query = /\?([^#]*)/u.exec(rest)?.[1] ?? '';
  const present = new Set(
    query
      .split('&')
      .filter((pair) => /=./u.test(pair))
      .map((pair) => pair.split('=')[0]),
  );
  const missing = (['source', 'medium', 'campaign'] as const)
    .filter((name) => utm[name] !== undefined && !present.has(`utm_${name}`))
    .map((name) => `utm_${name}`);
  if (missing.length === 0) return;
  const message = `“${standing.written}” does not carry ${missing.join(', ')}; visits from here cannot be told apart.`;
  yield { ...at(standing, message), severity: 'suggestion' as const };
}

function domainOf(entry: string): string {
  return readLink(entry.trim()).host.replace(/^\*\./u, '');
}

function checkWith(policy: LinkPolicy): Check {
  const domains: Domains = {
    allowed: policy.allowDomains?.map(domainOf),
    shorteners: (policy.shorteners ?? []).map(unicodeHost),
  };
  return function* check(context) {
    for (const standing of linksOf(context)) {
      const why = deceit(domains, standing.link);
      if (why === undefined) yield* foreign(domains, standing);
      else yield { ...at(standing, `“${standing.written}” ${why}.`), severity: 'error' };
      yield* insecure(policy, standing);
      yield* untagged(policy, domains, standing, context);
    }
  };
}

export const linkPolicy: Rule = {
  meta: {
    id: 'link-policy',
    says: 'Links are encrypted, lead to the brand’s own domains, and are what they seem.',
    severity: 'warning',
    fixable: true,
    languages: 'any',
    docs: 'Checks `links`, in the text and beside it, and where the links of a Markdown or HTML file go: `https` (the fix writes it), `allowDomains` with their subdomains, known shorteners other than `shorteners`, addresses by number, and `utm`, which is only told. A link with a user name before its host, one that mixes alphabets, and one that looks like an allowed domain are errors.',
    options: ['links'],
    examples: [
      {
        guide: { links: { https: true, allowDomains: ['northwind.example'], shorteners: ['nwd.example'] } },
        locale: 'en-US',
        accept: [
          'See https://shop.northwind.example/a or nwd.example/b',
          'We use Node.js. It was great.it is',
        ],
        reject: [
          {
            text: 'See http://northwind.example/a.',
            evidence: 'http://northwind.example/a',
            fixed: 'See https://northwind.example/a.',
          },
          { text: 'https://bit.ly/x', evidence: 'https://bit.ly/x' },
          { text: 'https://northwınd.example', evidence: 'https://northwınd.example' },
        ],
      },
      {
        guide: { links: { allowDomains: ['очки.рф'] } },
        locale: 'ru-RU',
        accept: ['Смотрите очки.рф/новое и https://xn--h1adl0b.xn--p1ai'],
        reject: [{ text: 'Смотрите на лупа.рф', evidence: 'лупа.рф' }],
      },
    ],
  },
  wanted: ({ links }) => links !== undefined,
  prepare: ({ links }) => checkWith(links ?? {}),
};
