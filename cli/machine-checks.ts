/** What a machine must have, one check each. */
import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resolveWall } from '../functions/core/zone.ts';
import manifest from '../package.json' with { type: 'json' };
import { fileFault } from './input.ts';

export interface MachineCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly says: string;
}

const numbers = (version: string): number[] => version.split('.').map(Number);

function atLeast(version: string, least: string): boolean {
  const [have, need] = [numbers(version), numbers(least)];
  const at = need.findIndex((part, index) => (have[index] ?? 0) !== part);
  return at === -1 || (have[at] ?? 0) > (need[at] ?? 0);
}

export function nodeCheck(version: string): MachineCheck {
  const least = manifest.engines.node.replace(/^>=/u, '');
  const ok = atLeast(version, least);
  return {
    check: 'node',
    ok,
    says: ok ? `Node ${version}` : `Node ${version}: Cantus needs ${least} or later`,
  };
}

const [WALL, ZONE] = ['2026-12-15T09:00', 'America/Vancouver'];

/** The same wall time by the runtime's own zone data; undefined where the runtime has none. */
function runtimeInstant(): string | undefined {
  const naive = Date.parse(`${WALL}:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
  for (let hours = -14; hours <= 14; hours++) {
    const instant = new Date(naive + hours * 3_600_000);
    if (shown.format(instant) === `${WALL.replace('T', ' ')}:00`)
      return instant.toISOString().replace('.000', '');
  }
  return undefined;
}

export function zoneCheck(shipped: string, runtime: string | undefined): MachineCheck {
  const [ours] = resolveWall(WALL, ZONE).instants;
  const theirs = runtimeInstant();
  const differs =
    ours === theirs
      ? `${WALL} ${ZONE} is ${ours} by both`
      : `${WALL} ${ZONE} is ${ours}, where this Node says ${theirs ?? 'nothing'}`;
  return {
    check: 'zones',
    ok: true,
    says: `zone data ${shipped} shipped and used, this Node has ${runtime ?? 'none'}: ${differs}`,
  };
}

export async function storeCheck(): Promise<MachineCheck> {
  try {
    await import('level');
    return { check: 'store', ok: true, says: "the embedded store's native module loads" };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { check: 'store', ok: false, says: `the embedded store's native module does not load: ${why}` };
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The process that holds the folder, by the id that it leaves there. */
async function holderOf(folder: string): Promise<number | undefined> {
  const pid = Number(await readFile(join(folder, 'cantus.pid'), 'utf8').catch(() => ''));
  return Number.isSafeInteger(pid) && pid > 0 && alive(pid) ? pid : undefined;
}

/** The folder, or the nearest one above it that exists. */
async function existing(folder: string): Promise<string> {
  const there = await stat(folder).then(
    () => true,
    () => false,
  );
  const above = dirname(folder);
  return there || above === folder ? folder : existing(above);
}

/** `within` is where a relative folder starts. */
export async function dataCheck(within: string, data: string): Promise<MachineCheck> {
  const folder = resolve(within, data);
  const found = await existing(folder);
  if (!(await stat(found)).isDirectory())
    return { check: 'data', ok: false, says: `${data}: ${found} is no folder` };
  try {
    await access(found, constants.W_OK | constants.X_OK);
  } catch (error) {
    return {
      check: 'data',
      ok: false,
      says: `${data}: ${found} cannot be written to: ${fileFault(error) ?? 'unknown'}`,
    };
  }
  const holder = await holderOf(folder);
  const use = holder === undefined ? 'free' : `in use by process ${holder}`;
  return {
    check: 'data',
    ok: true,
    says: found === folder ? `${data}: writable, ${use}` : `${data}: new, can be made`,
  };
}

/** The package's folder: the nearest one above this file that has a package.json. */
async function packageFolder(folder = dirname(fileURLToPath(import.meta.url))): Promise<string> {
  const here = await access(join(folder, 'package.json')).then(
    () => true,
    () => false,
  );
  return here || dirname(folder) === folder ? folder : packageFolder(dirname(folder));
}

export async function buildCheck(): Promise<MachineCheck> {
  const folder = await packageFolder();
  for (const file of ['cantus.js', 'server.js']) {
    const built = await stat(join(folder, 'dist', file)).catch(() => undefined);
    if (!built) return { check: 'build', ok: false, says: `dist/${file} is missing: npm run build makes it` };
  }
  return { check: 'build', ok: true, says: 'dist/ is built' };
}
