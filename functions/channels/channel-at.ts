/** A channel as it holds for one post: with the account's own figures, and the limits of what the post consists of. */
import { withAccountLimits } from '../../brand-guide/engine/account-limits.ts';
import type { AccountLimits } from '../../brand-guide/engine/account-limits.ts';
import type {
  Channel,
  ChannelId,
  ChannelSpec,
  Circumstance,
  TextField,
} from '../../brand-guide/engine/channel.ts';
import { withSpec } from './channel-module.ts';
import { channels } from './specs.ts';

export interface Post {
  readonly format?: string | undefined;
  readonly pictures: boolean;
  /** The parts that say something. */
  readonly fields: readonly string[];
}

/** The parts beside which WhatsApp sends a text as the body of an interactive message. */
const INTERACTIVE: readonly string[] = ['header', 'footer', 'button'];

function isSo(when: Circumstance, { format, pictures, fields }: Post): boolean {
  switch (when) {
    case 'pictures':
      return pictures;
    case 'interactive':
      return fields.some((name) => INTERACTIVE.includes(name));
    case 'video':
      return format === 'video';
  }
}

/** The narrowest of the limits that hold. */
function fieldAt(field: TextField, post: Post): TextField {
  const holding = (field.otherwise ?? []).filter(({ when }) => isSo(when, post)).map(({ limit }) => limit);
  const [limit] = holding.toSorted((a, b) => a.value - b.value);
  return limit ? { ...field, limit } : field;
}

function specAt(spec: ChannelSpec, post: Post): ChannelSpec {
  const [main, ...others] = spec.fields;
  const fields = [fieldAt(main, post), ...others.map((field) => fieldAt(field, post))] as const;
  return fields.every((field, index) => field === spec.fields[index]) ? spec : { ...spec, fields };
}

/** Undefined where the channel has no module. */
export function channelAt(id: ChannelId, post: Post, limits?: AccountLimits): Channel | undefined {
  const module = channels[id];
  if (!module) return undefined;
  const spec = specAt(withAccountLimits(module.spec, limits), post);
  return spec === module.spec ? module : withSpec(module, spec);
}
