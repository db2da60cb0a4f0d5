/** A build plugin: a page loads the numbering plans when it asks for them, and has none in its first chunk. */
const PLAN = /(?:^|\/)numbering-plan\.ts$/u;
const NONE = '\0no-numbering-plan';

export const phonesWhenAsked = {
  name: 'phones-when-asked',
  resolveId(id, _importer, { kind }) {
    return PLAN.test(id) && kind === 'import-statement' ? NONE : undefined;
  },
  load: (id) => (id === NONE ? 'export const plan = undefined;' : undefined),
};
