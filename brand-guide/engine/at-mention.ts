/** Where a finding on a mention stands: at its range, or on the picture whose words it is in. */
import type { Found } from '../facts/comparison.ts';
import type { Report } from './types.ts';

/** Only what stands in a text can be mended there. */
export const isInText = ({ image }: Found): boolean => image === undefined;

export const atMention = ({ field, mention, image }: Found, message: string): Report =>
  image === undefined
    ? { field, start: mention.start, end: mention.end, message }
    : { field, start: 0, end: 0, image, item: mention.text, message: `In “${image}”: ${message}` };
