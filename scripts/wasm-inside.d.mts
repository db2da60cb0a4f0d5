import type { Plugin } from 'rolldown';

export const wasmInside: Plugin;
