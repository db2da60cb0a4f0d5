/** Every rule, loaded: for a process that reads guides of all kinds. */
import type { Rule } from '../engine/types.ts';
import { addressForm } from './address-form.ts';
import { allCaps } from './all-caps.ts';
import { channelFold } from './channel-fold.ts';
import { channelHashtags } from './channel-hashtags.ts';
import { channelLink } from './channel-link.ts';
import { channelMedia } from './channel-media.ts';
import { channelMentions } from './channel-mentions.ts';
import { channelParts } from './channel-parts.ts';
import { claim } from './claim.ts';
import { contractions } from './contractions.ts';
import { cta } from './cta.ts';
import { ctaMismatch } from './cta-mismatch.ts';
import { disclosure } from './disclosure.ts';
import { embargo } from './embargo.ts';
import { emojiBullets } from './emoji-bullets.ts';
import { emojiPolicy } from './emoji-policy.ts';
import { exclamations } from './exclamations.ts';
import { hashtagPolicy } from './hashtag-policy.ts';
import { headlineCase } from './headline-case.ts';
import { imageContrast } from './image-contrast.ts';
import { imagePalette } from './image-palette.ts';
import { imageRatio } from './image-ratio.ts';
import { imageSize } from './image-size.ts';
import { imageWeight } from './image-weight.ts';
import { linkMismatch } from './link-mismatch.ts';
import { linkPolicy } from './link-policy.ts';
import { localeMismatch } from './locale-mismatch.ts';
import { logo } from './logo.ts';
import { mentionPolicy } from './mention-policy.ts';
import { messageDrift } from './message-drift.ts';
import { numberFormat } from './number-format.ts';
import { offerExpired } from './offer-expired.ts';
import { oxfordComma } from './oxford-comma.ts';
import { passiveVoice } from './passive-voice.ts';
import { person } from './person.ts';
import { punctuation } from './punctuation.ts';
import { readability } from './readability.ts';
import { requiredPhrase } from './required-phrase.ts';
import { sentenceLength } from './sentence-length.ts';
import { smsEncoding } from './sms-encoding.ts';
import { spelling } from './spelling.ts';
import { trademarkFirstMention } from './trademark-first-mention.ts';
import { typography } from './typography.ts';
import { REGISTRY } from './registry.ts';

/** Those that the registry loads on demand. */
const ON_DEMAND: readonly Rule[] = [
  trademarkFirstMention,
  spelling,
  readability,
  sentenceLength,
  passiveVoice,
  person,
  addressForm,
  contractions,
  exclamations,
  allCaps,
  headlineCase,
  punctuation,
  numberFormat,
  oxfordComma,
  emojiPolicy,
  hashtagPolicy,
  mentionPolicy,
  linkPolicy,
  cta,
  claim,
  disclosure,
  requiredPhrase,
  emojiBullets,
  channelFold,
  channelHashtags,
  channelLink,
  channelMedia,
  channelMentions,
  channelParts,
  smsEncoding,
  imagePalette,
  imageSize,
  imageRatio,
  imageWeight,
  imageContrast,
  typography,
  logo,
  offerExpired,
  embargo,
  linkMismatch,
  ctaMismatch,
  messageDrift,
  localeMismatch,
];
const byId = new Map(ON_DEMAND.map((rule) => [rule.meta.id, rule]));

function ruleOf(id: string): Rule {
  const rule = byId.get(id);
  if (!rule) throw new TypeError(`rules/every-rule.ts has no ${id}`);
  return rule;
}

/** In the registry's order. */
export const rules: readonly Rule[] = REGISTRY.map((one) => ('load' in one ? ruleOf(one.id) : one));
