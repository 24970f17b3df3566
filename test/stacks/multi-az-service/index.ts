import { multiAzService } from '../../../stacks/pulumi/multi-az-service';

/** What the stack hands out. */
export const { url } = multiAzService();
