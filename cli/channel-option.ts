/** The option that names a channel and needs its module, which brings its counting along. */
import { Option } from 'commander';
import type { Channel } from '../brand-guide/engine/channel.ts';
import { channelOf } from '../functions/channels/specs.ts';
import { Refused } from '../functions/core/errors.ts';
import { readChannelId } from './options.ts';

/** @throws Refused `invalid-input` for an unknown channel, `not-available-yet` for one without a module. */
export function readChannel(word: string): Channel {
  const id = readChannelId(word);
  const channel = channelOf(id);
  if (!channel) throw new Refused('not-available-yet', `channel "${id}" is not available yet`);
  return channel;
}

export const channelOption = (says: string): Option =>
  new Option('--channel <channel>', says).argParser(readChannel);
