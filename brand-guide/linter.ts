/** The linter as one module: what a page, a tool or a benchmark loads. */
export { compileGuide } from './engine/compile-prepared.ts';
export { lint, readingContext } from './engine/lint.ts';
export { prepareGuide } from './engine/prepare.ts';
export { applyFixes } from './engine/fixes.ts';
export { findMentions } from './facts/find.ts';
export { preparePhones } from './facts/prepare-phones.ts';
