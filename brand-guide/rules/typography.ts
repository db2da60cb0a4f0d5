/** Sees that text in pictures made here is set as the guide sets it. */
import { foldText } from '../engine/fold.ts';
import type { ImageFacts, TextBox } from '../engine/image.ts';
import { aboutPicture } from '../engine/pictures.ts';
import { typeRoles } from '../engine/type-roles.ts';
import type { TypeRole, TypeRoles } from '../engine/type-roles.ts';
import type { Check, Report, Rule, Subject } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import examplePictures from './data/example-pictures.json' with { type: 'json' };

function isAmong(families: readonly string[], family: string): boolean {
  return families.some((one) => foldText(one) === foldText(family));
}

/** What of a box is not as its role asks, and what it should be: `item` names it. */
function* faults(
  { fontFamily, fontSize, fontWeight }: TextBox,
  asks: TypeRole,
): Iterable<readonly [item: string, says: string]> {
  const { families, weight, size } = asks;
  if (families && !isAmong(families, fontFamily))
    yield ['family', `is set in ${fontFamily}; set it in ${families.join(' or ')}`];
  if (weight !== undefined && fontWeight !== undefined && fontWeight !== weight)
    yield ['weight', `has a weight of ${fontWeight}; set it in ${weight}`];
  if (size !== undefined && fontSize < size)
    yield ['size', `is ${fontSize} px high; set it at ${size} px or more`];
}

function* misset(
  subject: Subject,
  image: ImageFacts,
  box: TextBox,
  { byRole, families }: TypeRoles,
): Iterable<Report> {
  const role = box.role === undefined ? undefined : byRole.get(box.role);
  const asks = role ?? (families.length > 0 ? { families } : {});
  for (const [item, says] of faults(box, asks))
    yield aboutPicture(subject, image, `${item} ${box.text}`, `“${box.text}” in “${image.name}” ${says}.`);
}

const CARD = examplePictures.card;
const BOX = {
  text: '$4.95',
  x: 0,
  y: 0,
  width: 1,
  height: 1,
  color: '#000000',
  background: '#FFFFFF',
  role: 'headings',
  fontSize: 64,
  fontWeight: 700,
};
const BRAND: Partial<Guide> = {
  typography: {
    headings: {
      $type: 'typography',
      $value: {
        fontFamily: ['Inter', 'Noto Sans TC'],
        fontWeight: 'bold',
        fontSize: { value: 48, unit: 'px' },
      },
    },
  },
};

export const typography: Rule = {
  meta: {
    id: 'typography',
    says: 'Text in a picture is set in the brand’s type.',
    severity: 'warning',
    fixable: false,
    languages: 'any',
    docs: 'Compares each text of a picture that was made here with the `typography` token of its role, aliases followed: its font family (any of the token’s list), its weight, and its size, which is the least. A text of no known role is held to the families of all roles. What a token does not say is not asked for.',
    options: ['typography'],
    examples: [
      {
        guide: BRAND,
        subject: { images: [{ ...CARD, textBoxes: [{ ...BOX, fontFamily: 'Noto Sans TC' }] }] },
        accept: ['Mint is back.'],
      },
      {
        guide: BRAND,
        subject: { images: [{ ...CARD, textBoxes: [{ ...BOX, fontFamily: 'Comic Sans MS' }] }] },
        reject: [{ text: 'Mint is back.', evidence: '' }],
      },
    ],
  },
  wanted: (guide) => guide.typography !== undefined,
  prepare(guide): Check {
    const roles = typeRoles(guide);
    return function* check({ subject }) {
      for (const image of subject.images ?? [])
        for (const box of image.textBoxes ?? []) yield* misset(subject, image, box, roles);
    };
  },
};
