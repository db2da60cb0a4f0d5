/** Every rule, in the order in which they are listed to people. */
import type { Rule } from '../engine/types.ts';
import { addressForm } from './address-form.ts';
import { allCaps } from './all-caps.ts';
import { bannedTerm } from './banned-term.ts';
import { canonicalName } from './canonical-name.ts';
import { channelLength } from './channel-length.ts';
import { claim } from './claim.ts';
import { contractions } from './contractions.ts';
import { cta } from './cta.ts';
import { disclosure } from './disclosure.ts';
import { emojiPolicy } from './emoji-policy.ts';
import { exclamations } from './exclamations.ts';
import { factConflict } from './fact-conflict.ts';
import { factMissing } from './fact-missing.ts';
import { factUnknown } from './fact-unknown.ts';
import { hashtagPolicy } from './hashtag-policy.ts';
import { headlineCase } from './headline-case.ts';
import { numberFormat } from './number-format.ts';
import { oxfordComma } from './oxford-comma.ts';
import { passiveVoice } from './passive-voice.ts';
import { preferredTerm } from './preferred-term.ts';
import { punctuation } from './punctuation.ts';
import { readability } from './readability.ts';
import { requiredPhrase } from './required-phrase.ts';
import { linkPolicy } from './link-policy.ts';
import { mentionPolicy } from './mention-policy.ts';
import { person } from './person.ts';
import { repeatedWord } from './repeated-word.ts';
import { sentenceLength } from './sentence-length.ts';
import { spelling } from './spelling.ts';
import { styledUnicode } from './styled-unicode.ts';
import { emojiBullets } from './emoji-bullets.ts';
import { captionFlood } from './caption-flood.ts';
import { hashtagCase } from './hashtag-case.ts';
import { altText } from './alt-text.ts';
import { channelMedia } from './channel-media.ts';
import { channelHashtags } from './channel-hashtags.ts';
import { channelFold } from './channel-fold.ts';
import { trademarkFirstMention } from './trademark-first-mention.ts';
import { channelLink } from './channel-link.ts';
import { smsEncoding } from './sms-encoding.ts';
import { imageContrast } from './image-contrast.ts';
import { imageWeight } from './image-weight.ts';
import { imageRatio } from './image-ratio.ts';
import { imageSize } from './image-size.ts';
import { imagePalette } from './image-palette.ts';
import { logo } from './logo.ts';
import { typography } from './typography.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';

export const rules: readonly Rule[] = [
  bannedTerm,
  preferredTerm,
  canonicalName,
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
  repeatedWord,
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
  altText,
  hashtagCase,
  styledUnicode,
  emojiBullets,
  captionFlood,
  channelLength,
  channelFold,
  channelHashtags,
  channelLink,
  channelMedia,
  smsEncoding,
  imagePalette,
  imageSize,
  imageRatio,
  imageWeight,
  imageContrast,
  typography,
  logo,
  factMissing,
  factConflict,
  factUnknown,
  weekdayMismatch,
];
