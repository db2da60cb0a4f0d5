/** Finds where code reads the clock by `new Date()` or `Date()`, which the linter's own rules cannot express. */
import { Visitor, parseSync } from 'rolldown/utils';

const readsClock = ({ callee, arguments: given }) =>
  callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0;

const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;

/** 1-based lines. */
export function clockReads(path, text) {
  const lines = [];
  const note = (node) => {
    if (readsClock(node)) lines.push(lineAt(text, node.start));
  };
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  new Visitor({ NewExpression: note, CallExpression: note }).visit(program);
  return lines;
}
