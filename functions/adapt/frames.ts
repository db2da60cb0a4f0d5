/** Fills the guide's offer frames: text with `{slot}`s, and `[...]` groups that go when a slot inside them is empty. */
const SLOTS = [
  'name',
  'price',
  'label',
  'offer',
  'code',
  'withCode',
  'until',
  'quantities',
  'link',
  'optOut',
] as const;
export type Slot = (typeof SLOTS)[number];
export type Slots = Readonly<Partial<Record<Slot, string>>>;

/** Slots of the layout rather than of the offer: a frame stands without them. */
const LAYOUT: readonly Slot[] = ['link', 'optOut'];

/** Stands ahead of a guide's words until it is known whether they open a sentence. */
const WORDS = '\ue000';
const OPENING = /(^|[.!?]\s*)\ue000(\p{Ll})/gu;
/** Words of the guide, which take a capital where they open a sentence; a name and a code are written as they are. */
const WORDED: readonly Slot[] = ['price', 'offer', 'withCode', 'until', 'quantities'];

const known = new Map<string, string | undefined>();
const MOST_KEPT = 2000;

/** Undefined where a slot outside every group has no value. The same frames are filled for one channel after the other. */
export function fillFrame(frame: string, slots: Slots): string | undefined {
  const key = JSON.stringify([frame, slots]);
  if (known.has(key)) return known.get(key);
  if (known.size >= MOST_KEPT) known.clear();
  const text = fill(frame, slots);
  known.set(key, text);
  return text;
}

function fill(frame: string, slots: Slots): string | undefined {
  const grouped = frame.replace(/\[([^\]]*)\]/gu, (_, group: string) => fillSlots(group, slots, []) ?? '');
  const filled = fillSlots(grouped, slots, LAYOUT);
  return filled
    ?.replace(/\s+/gu, ' ')
    .replace(/ (?=[.,;:!?。，：])/gu, '')
    .replace(/^[\s.,;:。，：]+/u, '')
    .trim()
    .replace(OPENING, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replaceAll(WORDS, '');
}

function fillSlots(text: string, slots: Slots, optional: readonly Slot[]): string | undefined {
  let whole = true;
  const filled = text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const slot = SLOTS.find((one) => one === name);
    const value = slot && slots[slot];
    if (value === undefined && !optional.some((one) => one === slot)) whole = false;
    return value !== undefined && slot && WORDED.includes(slot) ? WORDS + value : (value ?? '');
  });
  return whole ? filled : undefined;
}

/** Whether a frame that is filled this way would say anything of the offer. */
export const saysOffer = ({ price, offer }: Slots): boolean => (price ?? offer) !== undefined;

/** A price of nothing in particular makes sense only behind a headline. */
export function standsAlone(frame: string, { label }: Slots): boolean {
  return !frame.includes('{price}') || frame.includes('{name}') || label !== undefined;
}
