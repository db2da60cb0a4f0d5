/** The table of roles and qualifiers: what the words around a value make of it, in text order. */
import { beforeAll, expect, test } from 'vitest';
import { findMentions } from '../../../brand-guide/facts/find.ts';
import { preparePhones } from '../../../brand-guide/facts/prepare-phones.ts';
import roles from './sentences/roles.json' with { type: 'json' };

beforeAll(preparePhones);

test.each(roles)('$text', ({ locale, text, says }) => {
  const found = findMentions(text, { locale }).map((mention) => [
    mention.text,
    mention.role ?? '',
    mention.qualifier ?? '',
  ]);
  expect(found).toEqual(says);
});
