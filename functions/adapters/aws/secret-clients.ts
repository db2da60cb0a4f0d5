/** What this home is known by where accounts sign in, on AWS: a secret of Secrets Manager, `{"x": {"id": "…", "secret": "…"}}`. */
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { Refused } from '../../core/errors.ts';
import { isBefore, plusSeconds } from '../../core/instant.ts';
import { CHANNEL_IDS } from '../../core/vocabulary.ts';
import type { Clock } from '../../ports.ts';
import type { Client, Clients } from '../../ports/sign-in.ts';

/** What is changed there counts a few minutes later. */
const KEPT_SECONDS = 300;

const words = z.string().trim().min(1);
const Given = z.partialRecord(
  z.enum(CHANNEL_IDS),
  z.strictObject({
    id: words,
    secret: z.exactOptional(words),
    scopes: z.exactOptional(z.array(words).min(1)),
  }),
);
type Given = z.infer<typeof Given>;

/** Says where something is wrong, never what is there. */
const given = (text: string): Given => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const read = Given.safeParse(json);
  if (read.success) return read.data;
  const [path = ''] = read.error.issues.map((issue) => issue.path.join('.'));
  throw new Refused(
    'invalid-input',
    `The secret with the apps of this home is not as expected${path === '' ? '' : ` at ${path}`}: {"x": {"id": "…", "secret": "…"}, …} by channel.`,
  );
};

/** `secretId`: its name or ARN. @throws Refused `invalid-input` when it holds something else. */
export const secretClients = (manager: SecretsManagerClient, clock: Clock, secretId: string): Clients => {
  let known: { readonly clients: Given; readonly until: string } | undefined;
  const read = async (): Promise<Given> => {
    const now = clock.now();
    if (known && isBefore(now, known.until)) return known.clients;
    const { SecretString = '' } = await manager.send(new GetSecretValueCommand({ SecretId: secretId }));
    const clients = given(SecretString);
    known = { clients, until: plusSeconds(now, KEPT_SECONDS) };
    return clients;
  };
  return { of: async (channel): Promise<Client | undefined> => (await read())[channel] };
};
