#!/usr/bin/env node
/** The command `cantus`, on the process's own streams. */
import { createColors } from 'picocolors';
import { cantus } from './cantus.ts';
import { wantsColour } from './colour.ts';
import { visible } from './visible.ts';
import type { Terminal } from './terminal.ts';

const { stdin, stdout, stderr, env } = process;

/** A reader that went away, such as `head`, ends the command quietly. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

async function bytesOf(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const terminal: Terminal = {
  input: () => bytesOf(stdin),
  print: (text) => void stdout.write(text),
  say: (line) => void stderr.write(`${visible(line)}\n`),
  ...(stderr.isTTY && { progress: (text: string) => void stderr.write(`\r\u001B[2K${text}`) }),
  paint: createColors(wantsColour(stdout, env)),
  paintTalk: createColors(wantsColour(stderr, env)),
  folder: process.cwd(),
  env,
  stopped,
};

process.exitCode = await cantus(process.argv.slice(2), terminal);
