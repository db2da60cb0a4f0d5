/** The campaign that a read text proposes, as a document that `POST campaigns` and campaign files take. */
import type { WrittenCampaign } from '../../core/written-campaign.ts';
import type { ReadText, TextPlace } from '../../core/free-text.ts';

const NAME_MOST = 80;

export interface ProposedPlace extends TextPlace {
  /** IANA */
  readonly zone: string;
  /** Its first words where there is none. */
  readonly name?: string;
}

/** Whole words as far as they go. */
function shortened(text: string): string {
  const [line = ''] = text.trim().split(/[\n\r]/u);
  const characters = Array.from(line.slice(0, NAME_MOST * 2 + 2));
  if (characters.length <= NAME_MOST) return line.trim();
  const cut = characters.slice(0, NAME_MOST).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).trim()}…`;
}

const nameOf = ({ headline, body, details }: ReadText['message']): string =>
  shortened(headline ?? body ?? details?.[0]?.text ?? '') || 'Untitled';

export const proposedCampaign = (
  { message, facts }: ReadText,
  { name, zone, locale, channels }: ProposedPlace,
): WrittenCampaign => ({
  name: name ?? nameOf(message),
  zone,
  locales: [locale],
  channels,
  facts: facts.map(({ fact }) => fact),
  messages: { [locale]: message },
});
