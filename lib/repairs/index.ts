/**
 * Repairs as a person applies them: a patch of the template, a line of CDK, an attribute of Terraform or Pulumi.
 * Takes texts and gives texts; knows findings and no file, no rule and no service. Start with `fix-plan.ts`.
 */

export type { FixPlan } from './fix-plan';
export { fixPlanOf } from './fix-plan';
