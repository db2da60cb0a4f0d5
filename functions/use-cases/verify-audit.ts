/** Says whether the workspace's audit trail holds. */
import { useCase } from './use-case.ts';

export const verifyAudit = useCase('verify-audit', (world, { tenant }) =>
  world.audit.verify(tenant.workspace),
);
