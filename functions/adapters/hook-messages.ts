/** A message in the forms that chats take at an incoming webhook. */
import type { HookForm } from '../core/hook.ts';
import type { Message } from '../ports/notifier.ts';

/** Slack reads these three as markup: https://docs.slack.dev/messaging/formatting-message-text, read 2026-11-27. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const slack = ({ subject, lines }: Message) => ({
  text: [`*${escaped(subject)}*`, ...lines.map((line) => `• ${escaped(line)}`)].join('\n'),
});

/** Cards read Markdown; a backslash takes a mark for what it is. */
const plain = (text: string): string => text.replaceAll(/[\\*_[\]`#]/gu, String.raw`\$&`);

/** What Teams' workflows take "when a webhook request is received": one Adaptive Card. */
const teams = ({ subject, lines }: Message) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: plain(subject), weight: 'Bolder', wrap: true },
          ...lines.map((line) => ({ type: 'TextBlock', text: plain(line), wrap: true })),
        ],
      },
    },
  ],
});

const FORMS = { slack, teams } satisfies Record<HookForm, (message: Message) => object>;

/** The request's body. */
export const hookMessage = (form: HookForm, message: Message): string => JSON.stringify(FORMS[form](message));
