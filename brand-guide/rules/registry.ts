/** Every rule, in the order in which they are listed to people. What not every guide asks for is loaded when one does. */
import type { Place, Rule } from '../engine/types.ts';
import type { Guide } from '../schema/guide.ts';
import { bannedTerm } from './banned-term.ts';
import { preferredTerm } from './preferred-term.ts';
import { canonicalName } from './canonical-name.ts';
import { repeatedWord } from './repeated-word.ts';
import { altText } from './alt-text.ts';
import { hashtagCase } from './hashtag-case.ts';
import { controlCharacter } from './control-character.ts';
import { styledUnicode } from './styled-unicode.ts';
import { captionFlood } from './caption-flood.ts';
import { channelLength } from './channel-length.ts';
import { factMissing } from './fact-missing.ts';
import { factUnknown } from './fact-unknown.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';
import { factConflict } from './fact-conflict.ts';

/** A rule of a file that a page loads only for a guide and a place that may ask for it. */
export interface OnDemand {
  readonly id: string;
  /** Of a guide resolved for the place. Wherever the rule's own `wanted` holds, this does; it may hold elsewhere too. */
  readonly mayWant: (guide: Guide, place: Place) => boolean;
  readonly load: () => Promise<Rule>;
}

const onDemand = (id: string, mayWant: OnDemand['mayWant'], load: OnDemand['load']): OnDemand => ({
  id,
  mayWant,
  load,
});

const anywhere: OnDemand['mayWant'] = () => true;
const inChannel: OnDemand['mayWant'] = (_guide, { channel }) => channel !== undefined;

export const REGISTRY: readonly (Rule | OnDemand)[] = [
  bannedTerm,
  preferredTerm,
  canonicalName,
  onDemand(
    'trademark-first-mention',
    ({ names }) => names !== undefined,
    async () => (await import('./trademark-first-mention.ts')).trademarkFirstMention,
  ),
  onDemand(
    'spelling',
    ({ vocabulary }) => vocabulary?.spelling !== undefined,
    async () => (await import('./spelling.ts')).spelling,
  ),
  onDemand(
    'readability',
    ({ readability }) => readability?.min !== undefined || readability?.max !== undefined,
    async () => (await import('./readability.ts')).readability,
  ),
  onDemand(
    'sentence-length',
    ({ readability }) => readability?.sentenceMaxWords !== undefined,
    async () => (await import('./sentence-length.ts')).sentenceLength,
  ),
  onDemand(
    'passive-voice',
    ({ voice }) => voice?.activeVoice === true,
    async () => (await import('./passive-voice.ts')).passiveVoice,
  ),
  onDemand(
    'person',
    ({ voice }) => voice?.person !== undefined,
    async () => (await import('./person.ts')).person,
  ),
  onDemand(
    'address-form',
    ({ voice }) => voice?.address !== undefined,
    async () => (await import('./address-form.ts')).addressForm,
  ),
  onDemand(
    'contractions',
    ({ voice }) => voice?.contractions !== undefined,
    async () => (await import('./contractions.ts')).contractions,
  ),
  onDemand(
    'exclamations',
    ({ voice }) => voice?.exclamationMax !== undefined,
    async () => (await import('./exclamations.ts')).exclamations,
  ),
  onDemand(
    'all-caps',
    ({ voice }) => voice?.allCapsMax !== undefined,
    async () => (await import('./all-caps.ts')).allCaps,
  ),
  repeatedWord,
  onDemand(
    'headline-case',
    ({ casing }) => casing !== undefined,
    async () => (await import('./headline-case.ts')).headlineCase,
  ),
  onDemand(
    'punctuation',
    ({ punctuation }) => punctuation !== undefined,
    async () => (await import('./punctuation.ts')).punctuation,
  ),
  onDemand(
    'number-format',
    ({ numbers }) => numbers !== undefined,
    async () => (await import('./number-format.ts')).numberFormat,
  ),
  onDemand(
    'oxford-comma',
    ({ punctuation }) => punctuation?.oxfordComma !== undefined,
    async () => (await import('./oxford-comma.ts')).oxfordComma,
  ),
  onDemand(
    'emoji-policy',
    ({ emoji }) => emoji !== undefined,
    async () => (await import('./emoji-policy.ts')).emojiPolicy,
  ),
  onDemand(
    'hashtag-policy',
    ({ hashtags }) => hashtags !== undefined,
    async () => (await import('./hashtag-policy.ts')).hashtagPolicy,
  ),
  onDemand(
    'mention-policy',
    ({ mentions }) => mentions !== undefined,
    async () => (await import('./mention-policy.ts')).mentionPolicy,
  ),
  onDemand(
    'link-policy',
    ({ links }) => links !== undefined,
    async () => (await import('./link-policy.ts')).linkPolicy,
  ),
  onDemand(
    'cta',
    ({ cta }) => cta !== undefined,
    async () => (await import('./cta.ts')).cta,
  ),
  onDemand(
    'claim',
    ({ claims }) => claims !== undefined,
    async () => (await import('./claim.ts')).claim,
  ),
  onDemand(
    'disclosure',
    ({ disclosures }) => disclosures !== undefined,
    async () => (await import('./disclosure.ts')).disclosure,
  ),
  onDemand(
    'required-phrase',
    ({ requiredPhrases }) => requiredPhrases !== undefined,
    async () => (await import('./required-phrase.ts')).requiredPhrase,
  ),
  altText,
  hashtagCase,
  styledUnicode,
  controlCharacter,
  onDemand(
    'emoji-bullets',
    ({ emoji }) => emoji?.asBullets === false,
    async () => (await import('./emoji-bullets.ts')).emojiBullets,
  ),
  captionFlood,
  channelLength,
  onDemand('channel-fold', inChannel, async () => (await import('./channel-fold.ts')).channelFold),
  onDemand(
    'channel-hashtags',
    inChannel,
    async () => (await import('./channel-hashtags.ts')).channelHashtags,
  ),
  onDemand('channel-parts', inChannel, async () => (await import('./channel-parts.ts')).channelParts),
  onDemand(
    'channel-mentions',
    inChannel,
    async () => (await import('./channel-mentions.ts')).channelMentions,
  ),
  onDemand('channel-link', inChannel, async () => (await import('./channel-link.ts')).channelLink),
  onDemand('channel-media', inChannel, async () => (await import('./channel-media.ts')).channelMedia),
  onDemand(
    'sms-encoding',
    (_guide, { channel }) => channel === 'sms',
    async () => (await import('./sms-encoding.ts')).smsEncoding,
  ),
  onDemand(
    'image-palette',
    ({ color, imagery }) => color !== undefined && imagery?.palette !== undefined,
    async () => (await import('./image-palette.ts')).imagePalette,
  ),
  onDemand(
    'image-size',
    ({ imagery }, { channel }) => channel !== undefined || imagery !== undefined,
    async () => (await import('./image-size.ts')).imageSize,
  ),
  onDemand('image-ratio', inChannel, async () => (await import('./image-ratio.ts')).imageRatio),
  onDemand('image-weight', inChannel, async () => (await import('./image-weight.ts')).imageWeight),
  onDemand(
    'image-contrast',
    ({ imagery }) => imagery?.contrast !== undefined,
    async () => (await import('./image-contrast.ts')).imageContrast,
  ),
  onDemand(
    'typography',
    ({ typography }) => typography !== undefined,
    async () => (await import('./typography.ts')).typography,
  ),
  onDemand(
    'logo',
    ({ imagery }) => imagery?.logo !== undefined,
    async () => (await import('./logo.ts')).logo,
  ),
  factMissing,
  factConflict,
  factUnknown,
  weekdayMismatch,
  onDemand('offer-expired', inChannel, async () => (await import('./offer-expired.ts')).offerExpired),
  onDemand('embargo', inChannel, async () => (await import('./embargo.ts')).embargo),
  onDemand('link-mismatch', inChannel, async () => (await import('./link-mismatch.ts')).linkMismatch),
  onDemand('cta-mismatch', inChannel, async () => (await import('./cta-mismatch.ts')).ctaMismatch),
  onDemand('message-drift', inChannel, async () => (await import('./message-drift.ts')).messageDrift),
  onDemand('locale-mismatch', anywhere, async () => (await import('./locale-mismatch.ts')).localeMismatch),
];

export const RULE_IDS: readonly string[] = REGISTRY.map((one) => ('id' in one ? one.id : one.meta.id));
