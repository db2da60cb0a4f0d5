/** `occurrence`: how often a text may stand in a block. */
import { applyAction } from '../actions.ts';
import type { KindOf } from '../kind.ts';
import { fillMessage } from '../messages.ts';
import { flagField, numberField, textField } from '../rule-fields.ts';

/** Inline code, masked. */
const CODE = /^[*@]*$/u;

/** Zero hits stand nowhere: they are told at the start of the file. */
export const occurrence: KindOf = (fields, head) => {
  const max = numberField(fields, 'max');
  const min = numberField(fields, 'min');
  const source = `${flagField(fields, 'ignorecase') ? '(?i)' : ''}(?:${textField(fields, 'token')})`;
  return {
    patterns: [source],
    always: min > 0,
    *run(_block, _memory, hits) {
      const count = hits(0).length;
      if (!((max > 0 && count > max) || (min > 0 && count < min))) return;
      const message = fillMessage(head.message.replaceAll('%d', '%s'), [String(count)]);
      const first = hits(0).find((hit) => hit.text.trim() !== '' && !CODE.test(hit.text));
      if (count === 0) yield { match: '', message, atFileStart: true };
      else if (first)
        yield {
          range: { start: first.start, end: first.end },
          match: first.text,
          ...applyAction(head, first.text, []),
          message,
        };
    },
  };
};
