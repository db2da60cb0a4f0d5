/** Names files as URIs, for reports that must. */

export interface ArtifactLocation {
  readonly uri: string;
  /** Where a relative URI starts: the root of the checkout. */
  readonly uriBaseId?: '%SRCROOT%';
}

const DRIVE = /^[A-Za-z]:[\\/]/u;

/** A half of a pair cannot be encoded, and stands for U+FFFD as it would in any file name on a disk of UTF-8. */
function encode(segment: string): string {
  return encodeURIComponent(segment.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

/** A relative file stays relative, percent-encoded; an absolute one gets its scheme. */
export function artifactLocation(file: string): ArtifactLocation {
  const drive = DRIVE.test(file);
  const path = drive ? file.replaceAll('\\', '/') : file;
  const uri = path.split('/').map(encode).join('/');
  if (drive) return { uri: `file:///${uri.replace('%3A', ':')}` };
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  return { uri: uri.replace(/^(?:\.\/)+/u, ''), uriBaseId: '%SRCROOT%' };
}
