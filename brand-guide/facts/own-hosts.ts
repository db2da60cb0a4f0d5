/** Which links are the brand's own: those to a host that its facts or its guide name. */
import { coversHost, readLink } from '../engine/hosts.ts';
import type { Guide } from '../schema/guide.ts';
import type { Fact } from './types.ts';

const WWW = /^www\./u;
export const hostOf = (url: string): string => readLink(url).host.replace(WWW, '');

/** Hosts of the url facts and of the guide, in lower case. */
export function ownHosts(
  facts: readonly Fact[],
  { meta, links, facts: standing = [] }: Guide,
): readonly string[] {
  const urls = [...facts, ...standing].flatMap((fact) => (fact.kind === 'url' ? [fact.value] : []));
  const named = [...urls, ...(meta.link === undefined ? [] : [meta.link])].map(hostOf);
  return [...named, ...(links?.allowDomains ?? []), ...(links?.shorteners ?? [])];
}

/** Whether the link is on one of the domains whose links stand for others. */
export const isShort = (url: string, shorteners: readonly string[]): boolean =>
  shorteners.some((domain) => coversHost(domain, hostOf(url)));

/** A subdomain of an own host, or the domain above it. Nothing is foreign to a brand that names no host. */
export const isForeign = (url: string, hosts: readonly string[]): boolean => {
  const host = hostOf(url);
  return hosts.length > 0 && !hosts.some((own) => coversHost(own, host) || coversHost(host, own));
};
