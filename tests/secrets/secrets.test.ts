/** No secret is ever said, answered or written in the clear, though the providers repeat all of them in what they say. */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChaosPrograms } from '../../scripts/chaos-programs.mjs';
import { at } from '../support/client.ts';
import { credentialsAt, environmentAt, OWN, secretsOf } from './accounts.ts';
import { filesIn, serveHome, type Written } from './home.ts';
import { letterParrot } from './letter-parrot.ts';
import { parrot, type Mood } from './parrot.ts';
import { play, readAll, type Played, type Stage } from './scene.ts';
import { formsOf, secretOf, tracesIn } from './traces.ts';

const programs = join(process.cwd(), `node_modules/.cache/secrets-test-${process.pid}`);

describe('a trace of a secret', () => {
  it.each(formsOf(secretOf('a token')))('is found as %s', (form) => {
    expect(tracesIn(`before ${form} after`, { token: secretOf('a token') })).toHaveLength(1);
  });

  it('is found in what goes with it in base64', () => {
    for (const user of ['a', 'ab', 'abc'])
      expect(tracesIn(btoa(`${user}:${secretOf('a token')}`), { token: secretOf('a token') })).toHaveLength(
        1,
      );
    expect(tracesIn(secretOf('another'), { token: secretOf('a token') })).toEqual([]);
  });
});

describe('the whole product, whose providers repeat what they were sent', () => {
  let stage: Stage;
  let played: Played;
  let files: readonly Written[];
  let secrets: Readonly<Record<string, string>>;

  const open = async (): Promise<Stage> => {
    await buildChaosPrograms(programs, ['server'], 'tests/secrets');
    const letters = await letterParrot();
    const provider = await parrot(() => named);
    const credentials = credentialsAt(provider.url, letters.port);
    const all = Object.entries(credentials).map(([channel, given]) => secretsOf(channel, given));
    const named: Readonly<Record<string, string>> = Object.assign({}, OWN, ...all);
    const home = await serveHome(join(programs, 'server.js'), environmentAt(provider.url, letters.port));
    return { ...home, provider, letters, credentials };
  };

  beforeAll(async () => {
    stage = await open();
    played = await play(stage);
    await readAll(stage, played);
    await stage.kill();
    files = await filesIn(stage.folder);
    const all = Object.entries(stage.credentials).map(([channel, given]) => secretsOf(channel, given));
    const key = files.find(({ path }) => path === 'secrets.key')?.text.trim() ?? '';
    secrets = Object.assign({ 'the key': key }, OWN, stage.provider.given, ...all);
  }, 240_000);
  afterAll(async () => {
    await Promise.all([stage.remove(), stage.provider.close(), stage.letters.close()]);
    await rm(programs, { recursive: true, force: true });
  });

  const traces = (text: string) => tracesIn(text, secrets);
  const MOODS: readonly Mood[] = [400, 401, 200];
  /** Instagram takes no post without a picture, and Threads takes its time. */
  const quick = () => [...played.variants.keys()].filter((one) => one !== 'instagram' && one !== 'threads');
  const inState = (mood: Mood, state: string): readonly unknown[] =>
    (played.ends.get(mood) ?? []).flatMap((end) => (at(end, 'state') === state ? [at(end, 'channel')] : []));

  it('has published on the channels, failed on all of them, and heard its secrets from every provider', () => {
    expect(played.variants.size).toBe(14);
    expect(inState('takes', 'published')).toEqual(expect.arrayContaining(quick()));
    expect(inState(400, 'failed')).toEqual(expect.arrayContaining([...played.variants.keys()]));
    const { provider, letters } = stage;
    const unheard = [...played.variants.keys()].flatMap((channel) =>
      MOODS.flatMap((mood) => (provider.refusals(channel, mood) > 0 ? [] : `${channel} ${mood}`)),
    );
    expect(unheard).toEqual(['email 400', 'email 401', 'email 200']);
    expect(letters.refusals()).toBeGreaterThan(3);
  });

  it('says none of them', () => {
    expect(traces(stage.said())).toEqual([]);
  });

  it('answers none of them', () => {
    expect(stage.answers.length).toBeGreaterThan(300);
    expect(
      stage.answers.flatMap((answer) => traces(answer).map((found) => `${answer.slice(0, 80)}… ${found}`)),
    ).toEqual([]);
  });

  it('writes none of them in the clear but the key, which is its owner’s alone', async () => {
    const key = files.find(({ path }) => path === 'secrets.key');
    expect(key?.mode).toBe(0o600);
    expect((await stat(stage.folder)).mode & 0o777).toBe(0o700);
    const others = files.filter((one) => one !== key);
    expect(others.flatMap(({ path, text }) => traces(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });
});
