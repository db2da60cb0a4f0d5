/** Turns a rule's action into the texts that it would put in a match's place. */
import { editSteps, runStep } from './edit-steps.ts';
import { matchCase } from './match-case.ts';
import { fillMessage, sayChoices } from './messages.ts';
import { isMap, listField, fieldsOf, textField } from './rule-fields.ts';
import type { RuleFields } from './rule-fields.ts';
import { simpleWords } from './word-forms.ts';
import { BadValue } from './types.ts';
import type { Action, Found, RuleHead, RuleValue } from './types.ts';

const NAMES = new Set(['suggest', 'replace', 'remove', 'convert', 'edit']);

/** A list for each step is one flat list. @throws BadValue for an action that does not exist or does not fit. */
export function actionOf(fields: RuleFields): Action | undefined {
  const value = fields.get('action');
  if (!isMap(value)) return undefined;
  const own = new Map(fieldsOf(value));
  const name = textField(own, 'name');
  if (name === '') return undefined;
  const params: RuleValue = own.get('params') ?? [];
  if (Array.isArray(params)) own.set('params', params.flat());
  const action = { name, params: listField(own, 'params') };
  if (!NAMES.has(name)) throw new BadValue('action', `unknown action '${name}'`);
  if (name === 'edit') editSteps(action.params);
  return action;
}

const REFERENCE = /\$(\$|\d+|\{\d+\})/gu;

/** `$0` is the match, `$1` its first group, `$$` a dollar. */
function withReferences(text: string, match: string, groups: readonly string[]): string {
  return text.replaceAll(REFERENCE, (_, name: string) => {
    if (name === '$') return '$';
    const number = Number(name.replaceAll(/[{}]/gu, ''));
    return number === 0 ? match : (groups[number - 1] ?? '');
  });
}

function edited(params: readonly string[], match: string, groups: readonly string[]): string | undefined {
  let text: string | undefined = match;
  for (const [name, ...rest] of editSteps(params)) {
    if (text === undefined) return undefined;
    const filled = name === 'regex' ? rest : rest.map((one) => withReferences(one, match, groups));
    text = runStep(text, name, filled);
  }
  return text?.trim();
}

function textsFor(head: RuleHead, match: string, groups: readonly string[]): string[] {
  const { name, params } = head.action ?? { name: '', params: [] };
  if (name === 'remove') return [''];
  if (name === 'convert') return params[0] === 'simple' ? [simpleWords(match)] : [];
  if (name === 'replace') {
    const cased = head.matchCase ? params.map((param) => matchCase(param, match)) : params;
    return cased.map((param) => withReferences(param, match, groups));
  }
  const text = name === 'edit' ? edited(params, match, groups) : undefined;
  return text === undefined ? [] : [text];
}

/** The message of a match, and what the rule's action makes of it: its second value is the replacement. */
export function applyAction(
  head: RuleHead,
  match: string,
  groups: readonly string[],
): Pick<Found, 'message' | 'action' | 'suggestions'> {
  if (!head.action) return { message: fillMessage(head.message, [match]) };
  const suggestions = textsFor(head, match, groups);
  const replacement =
    suggestions.length === 0
      ? match
      : suggestions.length === 1
        ? (suggestions[0] ?? '')
        : sayChoices(suggestions);
  return { message: fillMessage(head.message, [match, replacement]), action: head.action, suggestions };
}
