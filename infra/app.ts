/** The infrastructure's app: one stack, of any account and region, made without asking either. */
import { App } from 'aws-cdk-lib/core';
import { CantusStack } from './stack.ts';

new CantusStack(new App(), 'Cantus', { handlers: 'dist/lambda' });
