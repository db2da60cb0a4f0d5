/** Writes the e-mails among a campaign's voices into a folder, as HTML and as plain text. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { resolveGuide } from '../brand-guide/schema/resolve.ts';
import type { Guide } from '../brand-guide/schema/guide.ts';
import { renderEmail } from '../functions/adapt/email/render-email.ts';
import { channelOf } from '../functions/channels/specs.ts';
import { Refused } from '../functions/core/errors.ts';
import { fileFault } from './input.ts';
import type { Terminal } from './terminal.ts';
import type { Voice } from './voices.ts';

const isEmail = ({ place }: Voice): boolean =>
  channelOf(place.channel)?.spec.fields.some(({ name }) => name === 'subject') ?? false;

async function writeOne(folder: string, { place, adapted }: Voice, guide: Guide): Promise<void> {
  const { channel, locale, step } = place;
  const { html, text } = await renderEmail(adapted.content, resolveGuide(guide, { channel, locale }), locale);
  const base = join(folder, `${step}.${locale}`);
  await writeFile(`${base}.html`, html);
  await writeFile(`${base}.txt`, text);
}

/** Over the files of an earlier run. @throws Refused `invalid-input` for a folder that cannot be written. */
export async function writeEmails(
  terminal: Terminal,
  name: string,
  voices: readonly Voice[],
  guide: Guide,
): Promise<void> {
  const folder = resolve(terminal.folder, name);
  const emails = voices.filter(isEmail);
  if (emails.length === 0) return terminal.say('no e-mail among these channels: nothing is written');
  try {
    await mkdir(folder, { recursive: true });
    for (const voice of emails) await writeOne(folder, voice, guide);
  } catch (error) {
    const why = fileFault(error);
    if (why === undefined) throw error;
    throw new Refused('invalid-input', `${name}: cannot be written: ${why}`);
  }
  terminal.say(`${emails.length} e-mail${emails.length === 1 ? '' : 's'} written to ${name}`);
}
