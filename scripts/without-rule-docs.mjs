/** A build plugin: a page checks by the rules and never prints their pages or runs their examples, so it loads neither. */
import { parseAst } from 'rolldown/parseAst';

const RULE = /\/brand-guide\/rules\/[^/]+\.ts$/u;
const EMPTY = { docs: "''", examples: '[]' };

function* objectsIn(node) {
  if (node === null || typeof node !== 'object') return;
  if (node.type === 'ObjectExpression') yield node;
  for (const child of Object.values(node)) yield* objectsIn(child);
}

const named = (object, name) =>
  object.properties.find((property) => property.type === 'Property' && property.key.name === name);

/** The values to take out of a module, in order. */
function ballastOf(program) {
  const metas = [...objectsIn(program)].flatMap((object) => named(object, 'meta')?.value ?? []);
  return metas
    .filter(({ type }) => type === 'ObjectExpression')
    .flatMap((meta) => Object.keys(EMPTY).flatMap((name) => named(meta, name) ?? []))
    .toSorted((a, b) => a.start - b.start);
}

/** Line breaks stay, so that the source map of the module stays true. */
export const withoutRuleDocs = {
  name: 'without-rule-docs',
  transform(code, id) {
    if (!RULE.test(id)) return undefined;
    let kept = '';
    let at = 0;
    for (const { key, value } of ballastOf(parseAst(code, { lang: 'ts' }))) {
      kept += code.slice(at, value.start) + EMPTY[key.name];
      kept += code.slice(value.start, value.end).replaceAll(/[^\n]/gu, '');
      at = value.end;
    }
    return { code: kept + code.slice(at), map: null };
  },
};
