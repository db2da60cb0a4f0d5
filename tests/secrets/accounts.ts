/** An account on every channel that is published to live, each connected with secrets of its own. */
import { secretOf, wordOf } from './traces.ts';

/** 32 bytes as both sides of a webhook know them. */
const whsec = (channel: string): string =>
  `whsec_${Buffer.from(wordOf(`key of ${channel}`)).toString('base64')}`;

/** What whoever knows it may post to. */
const receiver = (provider: string, channel: string) => ({
  url: `${provider}/${channel}/${wordOf(`path of ${channel}`)}?key=${wordOf(`query of ${channel}`)}`,
  secret: whsec(channel),
});

type Given = Readonly<Record<string, string>>;
/** By channel. */
export type Credentials = Readonly<Record<string, Given>>;

/** `x` signs in instead. `provider` is where all of them are, `port` the mail server's. */
export const credentialsAt = (provider: string, port: number): Credentials => ({
  bluesky: { server: `${provider}/bluesky`, handle: 'tea.example', password: secretOf('app password') },
  facebook: { page: '77', token: secretOf('token of facebook') },
  instagram: { user: '77', token: secretOf('token of instagram') },
  threads: { user: '77', token: secretOf('token of threads') },
  linkedin: {
    owner: 'urn:li:organization:77',
    token: secretOf('token of linkedin'),
    refresh: secretOf('refresh token of linkedin'),
  },
  mastodon: { server: `${provider}/mastodon`, token: secretOf('token of mastodon') },
  telegram: { chat: '@harbourtea', token: `123456:${wordOf('token of telegram')}` },
  whatsapp: {
    token: secretOf('token of whatsapp'),
    number: '4930123456',
    template: 'fig_season',
    language: 'en',
    variables: 'body:text',
  },
  sms: {
    region: 'eu-central-1',
    accessKeyId: wordOf('access key of sms'),
    secretAccessKey: secretOf('secret access key of sms'),
    from: 'HARBOUR',
  },
  email: {
    by: 'smtp',
    from: 'Harbour Tea <letters@tea.example>',
    host: '127.0.0.1',
    port: String(port),
    user: 'letters',
    password: secretOf('password of the letters'),
  },
  webhook: receiver(provider, 'webhook'),
  'in-store-sign': receiver(provider, 'in-store-sign'),
  'web-banner': receiver(provider, 'web-banner'),
});

/** What of credentials nobody may read. */
const SECRET = new Set(['password', 'token', 'refresh', 'secret', 'accessKeyId', 'secretAccessKey']);

/** By channel, and by a name for whoever reads what was found. */
export const secretsOf = (channel: string, given: Given): Given => {
  const named = Object.entries(given).flatMap(([name, value]): (readonly [string, string])[] => {
    if (SECRET.has(name)) return [[`${name} of ${channel}`, value]];
    if (name !== 'url') return [];
    const { pathname, searchParams } = new URL(value);
    return [
      [`path of ${channel}`, pathname.split('/').at(-1) ?? ''],
      [`query of ${channel}`, searchParams.get('key') ?? ''],
    ];
  });
  return Object.fromEntries(named);
};

/** What the home itself is given by its environment. */
export const OWN = {
  'client secret of x': secretOf('client secret of x'),
  'client secret of linkedin': secretOf('client secret of linkedin'),
  'password of the own mail': secretOf('password of the own mail'),
  'path of the chat': wordOf('path of the chat'),
} as const;

export const environmentAt = (provider: string, port: number): Given => ({
  CANTUS_PUBLIC_URL: 'https://tea.example',
  CANTUS_MAIL_FROM: 'Cantus <cantus@tea.example>',
  CANTUS_SMTP_URL: `smtp://cantus:${encodeURIComponent(OWN['password of the own mail'])}@127.0.0.1:${port}`,
  CANTUS_X_CLIENT_ID: 'app-of-tea',
  CANTUS_X_CLIENT_SECRET: OWN['client secret of x'],
  CANTUS_LINKEDIN_CLIENT_ID: 'app-of-tea',
  CANTUS_LINKEDIN_CLIENT_SECRET: OWN['client secret of linkedin'],
  CANTUS_X_SIGN_IN_URL: `${provider}/x`,
  CANTUS_LINKEDIN_SIGN_IN_URL: `${provider}/linkedin`,
  ...Object.fromEntries(
    ['facebook', 'instagram', 'threads', 'linkedin', 'telegram', 'whatsapp', 'sms', 'x'].map((channel) => [
      `CANTUS_${channel.toUpperCase()}_URL`,
      `${provider}/${channel}`,
    ]),
  ),
});
