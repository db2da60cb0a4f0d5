/** Who may do what, read from the template: each function's and role's actions with what they apply to. */
import * as z from 'zod';
import { template } from './cantus-stack.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const Policy = z.object({
  Properties: z.object({
    Roles: z.array(z.object({ Ref: z.string() })),
    PolicyDocument: z.object({
      Statement: z.array(
        z.object({
          Effect: z.literal('Allow'),
          Action: oneOrMore,
          Resource: z.unknown(),
          Condition: z.unknown().optional(),
        }),
      ),
    }),
  }),
});

export interface Grant {
  readonly role: string;
  readonly actions: readonly string[];
  /** As JSON: names of resources are inside. */
  readonly on: string;
  readonly when: unknown;
}

export const grants: readonly Grant[] = Object.values(template.findResources('AWS::IAM::Policy'))
  .map((policy) => Policy.parse(policy).Properties)
  .flatMap(({ Roles, PolicyDocument }) =>
    PolicyDocument.Statement.flatMap(({ Action, Resource, Condition }) =>
      Roles.map(({ Ref }) => ({ role: Ref, actions: Action, on: JSON.stringify(Resource), when: Condition })),
    ),
  );

/** Every action of the role whose logical id starts so, sorted. */
export const actionsOf = (role: string): readonly string[] =>
  [
    ...new Set(grants.filter((grant) => grant.role.startsWith(role)).flatMap(({ actions }) => actions)),
  ].toSorted();
