/** The channels whose accounts are connected by signing in at the provider, and what signing in is given of the world. */
import type { ChannelId } from '../../brand-guide/engine/channel.ts';
import type { BaseUrls } from '../ports.ts';
import type { SignIn } from '../ports/sign-in.ts';
import { facebookSignIn } from './facebook/sign-in.ts';
import { instagramSignIn } from './instagram/sign-in.ts';
import { linkedinSignIn } from './linkedin/sign-in.ts';
import { mastodonSignIn } from './mastodon/sign-in.ts';
import { threadsSignIn } from './threads/sign-in.ts';
import { xSignIn } from './x/sign-in.ts';

const signIns: Partial<Record<ChannelId, SignIn>> = {
  facebook: facebookSignIn,
  instagram: instagramSignIn,
  linkedin: linkedinSignIn,
  mastodon: mastodonSignIn,
  threads: threadsSignIn,
  x: xSignIn,
};

/** Undefined where an account is connected by typed-in credentials alone. */
export const signInOf = (channel: ChannelId): SignIn | undefined => signIns[channel];

/** Whose app a channel signs in with. */
export const clientOf = (channel: ChannelId): ChannelId => signIns[channel]?.clientOf ?? channel;

/** Puts addresses of the provider where this home reaches it: at the account's server, or where it is told. */
export const reachedAt = (
  channel: ChannelId,
  signInUrls: BaseUrls,
  server?: string,
): ((address: string) => string) => {
  const base = signInUrls[channel] ?? signInUrls[clientOf(channel)] ?? server;
  return (address) => (base === undefined ? address : base + new URL(address).pathname);
};
