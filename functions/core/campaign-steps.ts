/** The steps of a written campaign with their messages, one per locale. */
import type { Path } from '../../brand-guide/schema/document-problem.ts';
import type { Message, Step } from './campaign.ts';
import type { WrittenCampaign, WrittenMessages, WrittenStep } from './written-campaign.ts';
import type { MomentOf } from './campaign-facts.ts';
import type { Complaints } from './complaints.ts';

/** What a campaign that names no step has. */
const MAIN_STEP = 'main';

/** The campaign's own locales, else those of its messages, else the given one. */
export const localesOf = (campaign: WrittenCampaign, fallback: string | undefined): readonly string[] => {
  if (campaign.locales !== undefined) return [...new Set(campaign.locales)];
  const steps: readonly WrittenMessages[] = campaign.steps ?? [campaign];
  const named = [...new Set(steps.flatMap((step) => Object.keys(step.messages ?? {})))];
  if (named.length > 0) return named;
  return fallback === undefined ? [] : [fallback];
};

/** The written steps, or the whole campaign as its one step. */
export const stepsOf = (
  campaign: WrittenCampaign,
  locales: readonly string[],
  complaints: Complaints,
  momentOf: MomentOf,
): readonly Step[] => {
  const { steps, hashtags } = campaign;
  if (steps !== undefined && (campaign.message ?? campaign.messages) !== undefined)
    complaints.at([campaign.message === undefined ? 'messages' : 'message'])(
      'found a message beside `steps`, where each step has its own',
    );
  if (steps === undefined)
    return [{ id: MAIN_STEP, messages: messagesOf(campaign, [], locales, hashtags, complaints, momentOf) }];
  return steps.map((step, index) => {
    const at = ['steps', index];
    const messages = messagesOf(step, at, locales, hashtags, complaints, momentOf);
    return { id: step.id, messages, ...timesOf(step, at, momentOf) };
  });
};

const timesOf = (
  { embargoUntil, graceMinutes }: WrittenStep,
  at: Path,
  momentOf: MomentOf,
): Pick<Step, 'embargoUntil' | 'graceMinutes'> => {
  const moment = embargoUntil === undefined ? undefined : momentOf(embargoUntil, [...at, 'embargoUntil']);
  return {
    ...(moment === undefined ? {} : { embargoUntil: moment }),
    ...(graceMinutes === undefined ? {} : { graceMinutes }),
  };
};

const messagesOf = (
  written: WrittenMessages,
  at: Path,
  locales: readonly string[],
  hashtags: readonly string[] | undefined,
  complaints: Complaints,
  momentOf: MomentOf,
): Readonly<Record<string, Message>> => {
  const { message, messages } = written;
  if (message !== undefined && messages !== undefined)
    complaints.at([...at, 'message'])('found both `message` and `messages`; keep one of them');
  const [leading] = locales;
  const single = message === undefined || leading === undefined ? undefined : { [leading]: message };
  const byLocale = messages ?? single;
  if (byLocale === undefined) {
    if (message === undefined && at.length === 0)
      complaints.at(at)('a campaign needs a message: write `message`, `messages` or `steps`');
    else if (message === undefined)
      complaints.at(at)('a step needs a message: write `message` or `messages`');
    return {};
  }
  complainOfLocales(
    byLocale,
    messages === undefined ? [...at, 'message'] : [...at, 'messages'],
    locales,
    complaints,
  );
  return Object.fromEntries(
    Object.entries(byLocale).map(([locale, one]) => {
      const place: Path = messages === undefined ? [...at, 'message'] : [...at, 'messages', locale];
      if (isEmpty(one)) complaints.at(place)('the message says nothing: write a headline, a body or details');
      return [locale, tidy(withMoments(one, place, momentOf), hashtags)];
    }),
  );
};

const complainOfLocales = (
  messages: Readonly<Record<string, Message>>,
  at: Path,
  locales: readonly string[],
  complaints: Complaints,
): void => {
  const without = locales.filter((locale) => messages[locale] === undefined).map((locale) => `\`${locale}\``);
  if (without.length > 0)
    complaints.at(at)(
      without.length === 1
        ? `the locale ${without.join('')} has no message`
        : `the locales ${without.join(', ')} have no message`,
    );
  for (const locale of Object.keys(messages).filter((one) => !locales.includes(one)))
    complaints.at([...at, locale])(
      `found a message for \`${locale}\`, which is not among the campaign's locales`,
    );
};

const isEmpty = ({ headline, body, details }: Message): boolean =>
  [headline, body, ...(details ?? []).map(({ text }) => text)].every((text) => (text ?? '').trim() === '');

const withMoments = (message: Message, at: Path, momentOf: MomentOf): Message => ({
  ...message,
  ...(message.media && {
    media: message.media.map(({ embargoUntil, ...picture }, index) => {
      const until = embargoUntil && momentOf(embargoUntil, [...at, 'media', index, 'embargoUntil']);
      return until ? { ...picture, embargoUntil: until } : picture;
    }),
  }),
});

/** A block of YAML ends in a newline that nobody typed; the campaign's hashtags hold where a message has none. */
const tidy = (message: Message, hashtags: readonly string[] | undefined): Message => {
  const tags = message.hashtags ?? hashtags;
  return {
    ...message,
    ...(message.body === undefined ? {} : { body: message.body.trimEnd() }),
    ...(tags === undefined ? {} : { hashtags: [...new Set(tags.map((tag) => tag.replace(/^[#＃]/u, '')))] }),
  };
};
