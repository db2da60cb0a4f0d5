/** Channels made for a test: any spec, counted in code points. */
import type { Channel, ChannelSpec, Limit, MediaSpec } from '../../../brand-guide/engine/channel.ts';

export const official = (value: number, unit = 'characters'): Limit => ({
  value,
  unit,
  grade: 'official',
  source: 'https://docs.example',
  date: '2026-11-21',
});

export const secondary = (value: number, unit = 'characters'): Limit => ({
  ...official(value, unit),
  grade: 'secondary',
});

export const photos = (changes: Partial<MediaSpec> = {}): MediaSpec => ({
  required: false,
  min: 0,
  max: 4,
  formats: ['image/jpeg', 'image/png'],
  recommended: [],
  ...changes,
});

export function madeChannel(changes: Partial<ChannelSpec> = {}): Channel {
  const spec: ChannelSpec = {
    id: 'webhook',
    name: 'Board',
    lengthClass: 'short',
    formats: ['feed'],
    fields: [{ name: 'text', limit: null }],
    fold: null,
    hashtags: {},
    mentions: { form: '@name' },
    links: { place: 'inline' },
    media: null,
    altText: null,
    idempotency: 'none',
    ...changes,
  };
  return {
    spec,
    count: (text) => ({ length: [...text].length, limit: null, unit: 'characters', fits: true }),
  };
}
