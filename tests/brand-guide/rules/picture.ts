/** Pictures for tests: a plain one, with what a row changes. */
import type { ImageFacts, TextBox } from '../../../brand-guide/engine/image.ts';

export const picture = (changes: Partial<ImageFacts> = {}): ImageFacts => ({
  name: 'mint.jpg',
  width: 1080,
  height: 1080,
  bytes: 300_000,
  format: 'jpeg',
  colors: [],
  flat: false,
  ...changes,
});

export const textBox = (changes: Partial<TextBox> = {}): TextBox => ({
  text: 'Java Mint',
  x: 0,
  y: 0,
  width: 400,
  height: 60,
  color: '#000000',
  background: '#FFFFFF',
  fontFamily: 'Inter',
  fontSize: 48,
  ...changes,
});
