/** The build of recheck that starts no program and no worker; the package declares its types for the other alone. */
declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck';
  const recheck: { readonly checkSync: typeof checkSync };
  export = recheck;
}
