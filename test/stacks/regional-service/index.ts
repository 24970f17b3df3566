import { regionalService } from '../../../stacks/pulumi/regional-service';

/** What the stack hands out. */
export const { url } = regionalService();
