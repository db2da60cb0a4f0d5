/** What a channel's folder registers: its spec, and its counting against that or a changed spec. */
import type { Channel, ChannelSpec, Count } from '../../brand-guide/engine/channel.ts';

export interface ChannelModule extends Channel {
  readonly count: (text: string, field?: string, spec?: ChannelSpec) => Count;
}

/** The same channel with another spec, such as an account's own; it counts by that one. */
export const withSpec = (module: ChannelModule, spec: ChannelSpec): Channel => ({
  ...module,
  spec,
  count: (text, field) => module.count(text, field, spec),
});
