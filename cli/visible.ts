/** Texts for a terminal: what would steer it is shown as a sign. */

/** Colours are ours, and harmless where they are not. */
const COLOUR = String.raw`\u001B\[[\d;]*m`;
const STEERING = new RegExp(String.raw`(${COLOUR})|[\p{Cc}\u202D\u202E]`, 'gu');
const PICTURES = 0x2400;

const signOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(PICTURES + code);
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/** Line breaks, tabs and colours stay. */
export const visible = (text: string): string =>
  text.replace(STEERING, (found, colour?: string) =>
    colour !== undefined || found === '\n' || found === '\t' ? found : signOf(found),
  );
