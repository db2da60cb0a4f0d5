/** Channels of one length class say the same in another order, or open otherwise, where the guide asks them to. */
import { adapt } from '../../../functions/adapt/adapt.ts';
import type { Adaptation } from '../../../functions/adapt/types.ts';
import { AVAILABLE, channelOf } from '../../../functions/channels/specs.ts';
import { cases } from './generated/cases.ts';
import type { Case } from './generated/cases.ts';
import { FEW_RUNS, hold } from './held.ts';

const tellerOf = ({ input }: Case): string =>
  ['body', 'text', 'description'].find((name) =>
    input.channel.spec.fields.some((one) => one.name === name),
  ) ?? 'text';
const told = (said: Adaptation, one: Case): string =>
  said.parts.find(({ field }) => field === tellerOf(one))?.text ?? '';

/** What is told, in its order: the hook, sentences and details by their marks; the call and what follows it left out. */
const tellingOf = (said: Adaptation, one: Case): readonly string[] =>
  told(said, one).match(/Hq|[AE]\d+q/gu) ?? [];

const inClass = (one: Case): readonly Case[] =>
  AVAILABLE.flatMap((id) => channelOf(id) ?? [])
    .filter(({ spec }) => spec.lengthClass === one.input.channel.spec.lengthClass)
    .map((channel) => {
      const { format: _format, ...input } = one.input;
      return { ...one, input: { ...input, channel, format: channel.spec.formats[0] } };
    });

const asked = cases.map((one): Case => {
  const { lengths: _lengths, ...message } = one.input.message;
  const guide = { ...one.input.guide, consistency: { differ: true } };
  return { ...one, input: { ...one.input, message, guide } };
});

hold(
  {
    'two channels of one class open otherwise or tell in another order': (_, one) => {
      const hook = one.input.message.headline;
      const free = one.told.filter(({ leans, asks }) => !leans && !asks);
      if (one.input.channel.spec.lengthClass === 'micro' || hook === undefined) return undefined;
      if (free.length < 3 || free.length < one.told.length) return undefined;
      const orders = inClass(one).map((each) => tellingOf(adapt(each.input), each).slice(0, 2).join(' '));
      return new Set(orders).size >= 3 ? [] : orders;
    },
  },
  asked,
  FEW_RUNS,
);
