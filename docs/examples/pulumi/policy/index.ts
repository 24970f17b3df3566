import { noSpofPolicyPack } from 'nospof/pulumi-policy';

noSpofPolicyPack({ survive: 'zone' });
