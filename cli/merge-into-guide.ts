/** Merges sections into the text of a guide, which keeps its comments and its order. */
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { isFields } from '../brand-guide/import/imported.ts';
import type { Fields } from '../brand-guide/import/imported.ts';
import { merge } from '../brand-guide/schema/merge.ts';

type Steps = readonly (string | number)[];

function idOf(item: unknown): unknown {
  return isFields(item) ? item['id'] : undefined;
}

function haveIds(items: readonly unknown[]): boolean {
  return items.length > 0 && items.every((item) => typeof idOf(item) === 'string');
}

/** Items go over those of the same id; new ones follow. */
function mergeItems(document: Document, path: Steps, items: readonly unknown[]): void {
  const list = document.getIn(path, true);
  if (!isSeq(list)) return document.setIn(path, document.createNode(items));
  const ids = list.items.map((node) => (isMap(node) ? node.get('id') : undefined));
  for (const item of items) {
    const at = ids.indexOf(idOf(item));
    if (at < 0 || !isFields(item)) list.add(document.createNode(item));
    else mergeFields(document, [...path, at], item);
  }
}

function mergeFields(document: Document, path: Steps, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) {
    const here = [...path, name];
    const before = document.getIn(here, true);
    if (isFields(value) && isMap(before)) mergeFields(document, here, value);
    else if (Array.isArray(value) && isSeq(before) && haveIds(value)) mergeItems(document, here, value);
    else document.setIn(here, document.createNode(value));
  }
}

/** The guide's text with the sections laid over it. JSON stays JSON, with the indent of two that it is given. */
export function mergeIntoGuide(source: string, sections: Fields): string {
  if (/^\s*\{/u.test(source)) return `${JSON.stringify(merge(JSON.parse(source), sections), null, 2)}\n`;
  const document = parseDocument(source, { schema: 'core' });
  mergeFields(document, [], sections);
  return document.toString({ lineWidth: 0 });
}
