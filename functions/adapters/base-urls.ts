/** Where providers are reached, as the environment says: `CANTUS_FACEBOOK_URL`, `CANTUS_IN_STORE_SIGN_URL`. */
import { CHANNEL_IDS } from '../core/vocabulary.ts';
import { Refused } from '../core/errors.ts';
import { LINKEDIN_VERSION } from './aws/names.ts';
import type { BaseUrls, Versions } from '../ports.ts';

const variableOf = (channel: string, what: string): string =>
  `CANTUS_${channel.toUpperCase().replaceAll('-', '_')}_${what}`;

type Environment = Readonly<Record<string, string | undefined>>;

const addressIn = (variable: string, url: string): string => {
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol))
    throw new Refused('invalid-input', `${variable} is not an address: expected https://…`);
  return url.replace(/\/+$/u, '');
};

const urlsIn = (environment: Environment, what: string): BaseUrls =>
  Object.fromEntries(
    CHANNEL_IDS.flatMap((channel) => {
      const variable = variableOf(channel, what);
      const url = environment[variable];
      return url === undefined || url === '' ? [] : [[channel, addressIn(variable, url)]];
    }),
  );

/** @throws Refused `invalid-input` naming the variable that is no http or https address. */
export const baseUrlsIn = (environment: Environment): BaseUrls => urlsIn(environment, 'URL');

/** Where people sign in, by `CANTUS_FACEBOOK_SIGN_IN_URL`. @throws Refused as above. */
export const signInUrlsIn = (environment: Environment): BaseUrls => urlsIn(environment, 'SIGN_IN_URL');

/** Of LinkedIn's API alone, whose versions end while posts are scheduled and which a header names: by `CANTUS_LINKEDIN_VERSION`, a year and a month. @throws Refused `invalid-input`. */
export const versionsIn = ({ [LINKEDIN_VERSION]: version }: Environment): Versions => {
  if (version === undefined || version === '') return {};
  if (/^20\d{2}(?:0[1-9]|1[0-2])$/u.test(version)) return { linkedin: version };
  throw new Refused(
    'invalid-input',
    `${LINKEDIN_VERSION} is no version: expected a year and a month, such as 202609`,
  );
};

/** How this home is reached from outside. @throws Refused as above. */
export const publicUrlIn = ({ CANTUS_PUBLIC_URL: url }: Environment): string | undefined =>
  url === undefined || url === '' ? undefined : addressIn('CANTUS_PUBLIC_URL', url);
