/** The stack's template, made once for all tests from handlers that are empty files. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib/core';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { CantusStack, type CantusStackProps } from '../../infra/stack.ts';

const HANDLERS = ['api', 'publisher', 'stream', 'sweep'];
const Settings = z.object({ context: z.record(z.string(), z.unknown()) });

function emptyHandlers(folder: string): string {
  for (const name of HANDLERS) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'index.mjs'), `export const handler = () => '${name}';\n`);
  }
  return folder;
}

const folder = mkdtempSync(join(tmpdir(), 'cantus-infra-'));
const { context } = Settings.parse(JSON.parse(readFileSync('cdk.json', 'utf8')));
// `npm run synth` validates the template against CloudFormation's own rules; here that would only take time.
process.env['CDK_VALIDATION'] = 'false';
const handlers = emptyHandlers(join(folder, 'handlers'));
let made = 0;

const stackWith = (props: Partial<CantusStackProps>): CantusStack => {
  made += 1;
  const app = new App({ context, outdir: join(folder, `out-${made}`) });
  return new CantusStack(app, 'Cantus', { handlers, ...props });
};

/** The template of a stack that was set up otherwise. */
export const templateWith = (props: Partial<CantusStackProps>): Template =>
  Template.fromStack(stackWith(props));

export const stack = stackWith({});
export const template = Template.fromStack(stack);
