/** What a page loads of `dist/browser`: gzipped bytes of the linter's core and of each chunk that it loads when asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A minified bundle writes its static imports as `from"./…"` or `import"./…"`, and the others as `import(`. */
const STATIC = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/gu;
const DYNAMIC = /\bimport\(\s*["'`](\.[^"'`]+)["'`]\s*\)/gu;

/** The files that a file of the folder imports, by their paths in it. */
function importsOf(folder, file, pattern) {
  const code = readFileSync(join(folder, file), 'utf8');
  return [...code.matchAll(pattern)].map(([, path]) => join(file, '..', path));
}

/** A file with everything that it imports before it runs. */
function closureOf(folder, file, known = new Set()) {
  if (known.has(file)) return known;
  known.add(file);
  for (const one of importsOf(folder, file, STATIC)) closureOf(folder, one, known);
  return known;
}

function bytesOf(folder, files) {
  return files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    0,
  );
}

/** The name that a chunk was given, without its hash. */
const nameOf = (file) => file.replace(/^.*\//u, '').replace(/-[\w-]{8}\.js$/u, '');

/** The lazy chunks that anything of a closure may load, and those that they may load in turn. */
function lazyOf(folder, core) {
  const found = new Set();
  const visit = (files) => {
    for (const file of files.flatMap((one) => importsOf(folder, one, DYNAMIC)))
      if (!found.has(file) && !core.has(file)) {
        found.add(file);
        visit([...closureOf(folder, file)]);
      }
  };
  visit([...core]);
  return [...found];
}

/**
 * Bytes of the entry with all that it needs to run, and of each chunk beside it with what no part of the core has:
 * two chunks may share some of theirs.
 */
export function pageSizes(folder, entry = 'linter.js') {
  const core = closureOf(folder, entry);
  const lazy = lazyOf(folder, core).map((file) => ({
    name: nameOf(file),
    bytes: bytesOf(
      folder,
      [...closureOf(folder, file)].filter((one) => !core.has(one)),
    ),
  }));
  return {
    core: bytesOf(folder, [...core]),
    files: core.size,
    lazy: lazy.toSorted((a, b) => b.bytes - a.bytes),
  };
}
