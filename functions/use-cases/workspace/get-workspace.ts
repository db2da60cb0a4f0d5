/** Reads the workspace itself. */
import { keys } from '../../core/keys.ts';
import type { Workspace } from '../../core/member.ts';
import { load, type Versioned } from '../rows.ts';
import { useCase } from '../use-case.ts';

export const getWorkspace = useCase(
  'get-workspace',
  async (world, { tenant }): Promise<Versioned<Workspace>> => {
    const { value, rev } = await load(world, keys.workspace(tenant), 'workspace');
    return { value, rev };
  },
);
