/** Renders an e-mail variant for sending or showing: HTML by MJML, and plain text. Asked for when needed, never while adapting. */
import type { Guide } from '../../../brand-guide/schema/guide.ts';
import type { Content } from '../../core/variant.ts';
import { letterOf } from './letter.ts';
import { mjmlOf } from './mjml-of.ts';
import type { PictureAddress } from './mjml-of.ts';

export interface RenderedEmail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** As attachments of the same mail are named; half a character has no address. */
const ATTACHED: PictureAddress = (file) =>
  `cid:${encodeURIComponent(file.replace(/\p{Surrogate}/gu, '\ufffd'))}`;

/** No web fonts: a mail that fetches tells its sender who reads it. */
const OPTIONS = { disableComments: false, socialIconOrigin: null, fonts: {} };

/** The renderer is loaded at the first letter. @throws Error where it takes the MJML for broken, which is a bug. */
export async function renderEmail(
  content: Content,
  guide: Guide,
  locale: string,
  address: PictureAddress = ATTACHED,
): Promise<RenderedEmail> {
  const letter = letterOf(content, guide, locale);
  const { Engine } = await import('mrml');
  const engine = new Engine();
  engine.setRenderOptions(OPTIONS);
  const result = engine.toHtml(mjmlOf(letter, guide, address));
  engine.free();
  if (result.type === 'error') throw new Error(`MJML: ${result.message}`);
  const body = content.parts.find(({ field }) => field === 'body')?.text ?? '';
  const text = body.startsWith(letter.heading) ? body : `${letter.heading}\n\n${body}`;
  return { subject: letter.subject, html: result.content, text: `${text.trim()}\n` };
}
