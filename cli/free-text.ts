/** Reads a text without structure as a campaign of one message, and shows a person what it was taken for. */
import { positionsOf } from '../brand-guide/engine/positions.ts';
import type { Fact } from '../brand-guide/facts/types.ts';
import { proposedCampaign } from '../functions/adapt/text/proposed-campaign.ts';
import { readText } from '../functions/adapt/text/read-text.ts';
import type { ReadText, TextPlace } from '../functions/core/free-text.ts';
import { checkCampaign } from '../functions/core/campaign-file.ts';
import type { ReadCampaign } from '../functions/core/campaign-file.ts';
import { shown } from './input.ts';
import type { Source } from './input.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { valueText } from './value-text.ts';

export interface FreeTextPlace extends TextPlace {
  readonly zone: string;
}

/** Code points of a text that tell which one it is. */
const SHOWN = 60;

function brief(text: string): string {
  const line = text
    .slice(0, SHOWN * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length <= SHOWN ? line : `${characters.slice(0, SHOWN - 1).join('')}…`;
}

const requiredText = (required: Fact['required']): string =>
  required === undefined
    ? ''
    : required === true
      ? 'required'
      : `required on ${(required.channels ?? []).join(', ')}`;

/** Where each block and fact stands in the text, and what only a person can say. */
function proposal(text: string, { blocks, facts, doubts }: ReadText): readonly string[] {
  const position = positionsOf(text);
  const at = (offset: number): string => {
    const { line, column } = position(offset);
    return `${line}:${column}`;
  };
  const blockRows = blocks.map((one) => [one.kind, at(one.start), brief(one.text)]);
  const factRows = facts.map(({ fact, evidence: [first] }) => [
    fact.id,
    at(first.start),
    [
      valueText(fact.value),
      ...Object.values(fact.label ?? {}).map(([label]) => label),
      fact.qualifier,
      fact.role,
    ]
      .filter(Boolean)
      .map((one) => brief(String(one)))
      .join(' '),
    requiredText(fact.required),
  ]);
  const doubtLines = doubts.map(({ what, why, evidence }) =>
    evidence ? `${what} at ${at(evidence.start)}, “${brief(evidence.text)}”: ${why}` : `${what}: ${why}`,
  );
  return [
    ...table(blockRows).split('\n'),
    ...(factRows.length === 0 ? ['No facts found.'] : ['Facts:', ...table(factRows).split('\n')]),
    ...(doubtLines.length === 0 ? [] : ['To settle:', ...doubtLines]),
  ];
}

function sayProposal({ say, paintTalk }: Terminal, { name, text }: Source, read: ReadText): void {
  say(paintTalk.bold(`${shown(name)} is read as this campaign:`));
  for (const line of proposal(text, read)) say(paintTalk.dim(line));
}

/** Problems carry the path in the campaign that the text becomes. */
export function readFreeText(terminal: Terminal, source: Source, place: FreeTextPlace): ReadCampaign {
  const { name, text } = source;
  const read = readText(text, place);
  const title = name
    .split(/[/\\]/u)
    .at(-1)
    ?.replace(/\.(?:txt|md)$/iu, '');
  const named = name === '-' || title === undefined || title === '' ? {} : { name: title };
  const checked = checkCampaign(proposedCampaign(read, { ...place, ...named }));
  if (checked.ok) sayProposal(terminal, source, read);
  return checked;
}
