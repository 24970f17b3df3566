import type { Facts, FactTable } from '../fact';
import { checked } from './checked';
import { reference } from './reference';

const bedrock = 'https://docs.aws.amazon.com/bedrock/latest/userguide/disaster-recovery-resiliency.html';

const regional = (noun: string, role: 'compute' | 'store' | 'entry', source: string, more: Partial<Facts> = {}): Facts => ({
  noun,
  role,
  locality: 'region',
  source,
  checked,
  ...more,
});

/** Models that answer, and what they answer from. */
export const machineLearning: FactTable = {
  'AWS::Bedrock::Agent': regional('agent', 'compute', bedrock, {
    needs: [
      { path: 'ActionGroups[].ActionGroupExecutor.Lambda', kind: 'hard', because: 'its actions call it' },
      { path: 'KnowledgeBases[].KnowledgeBaseId', kind: 'hard', because: 'it answers from it' },
    ],
  }),
  'AWS::Bedrock::Flow': regional('flow', 'compute', bedrock, {
    text: ['Definition', 'DefinitionString', 'DefinitionSubstitutions'],
  }),
  'AWS::Bedrock::KnowledgeBase': regional('knowledge base', 'store', bedrock, {
    needs: [
      {
        path: 'StorageConfiguration.OpensearchServerlessConfiguration.CollectionArn',
        kind: 'hard',
        because: 'its vectors are there',
      },
      {
        path: 'StorageConfiguration.OpensearchManagedClusterConfiguration.DomainArn',
        kind: 'hard',
        because: 'its vectors are there',
      },
      { path: 'StorageConfiguration.RdsConfiguration.ResourceArn', kind: 'hard', because: 'its vectors are there' },
      { path: 'StorageConfiguration.NeptuneAnalyticsConfiguration.GraphArn', kind: 'hard', because: 'its graph is there' },
    ],
  }),
  'AWS::Lex::Bot': regional('bot', 'entry', 'https://docs.aws.amazon.com/lexv2/latest/dg/disaster-recovery-resiliency.html'),
  // Instances of one variant are spread over zones by the service as soon as there are two.
  'AWS::SageMaker::Endpoint': {
    noun: 'inference endpoint',
    role: 'compute',
    locality: 'zones',
    units: {
      count: { desired: 'EndpointConfigName->ProductionVariants[].InitialInstanceCount', absent: 1 },
      spread: 'distinct-zones',
    },
    // Models in a network run in its subnets, and nowhere else.
    placement: { subnets: ['EndpointConfigName->ProductionVariants[].ModelName->VpcConfig.Subnets[]'] },
    recovery: { kind: 'self-healing', seconds: [120, 900] },
    templates: ['EndpointConfigName'],
    cases: [
      {
        when: { 'EndpointConfigName->ProductionVariants': 'absent' },
        facts: {
          doubt: { because: 'its configuration is not declared in the input', tell: 'give the input that declares it' },
        },
      },
      {
        when: { 'EndpointConfigName->ProductionVariants[].ServerlessConfig': 'present' },
        facts: { locality: 'region', units: { count: 'many' } },
      },
      {
        when: { 'EndpointConfigName->ProductionVariants[].ManagedInstanceScaling.MinInstanceCount': 'present' },
        facts: {
          units: {
            count: { min: 'EndpointConfigName->ProductionVariants[].ManagedInstanceScaling.MinInstanceCount', absent: 1 },
            spread: 'distinct-zones',
          },
        },
      },
      // Requests wait in a bucket, and the endpoint may have no instance between them.
      {
        when: { 'EndpointConfigName->AsyncInferenceConfig': 'present' },
        facts: { offers: 'auxiliary' },
      },
    ],
    fix: 'set InitialInstanceCount of every production variant, and the least its scaling may set, to at least 2',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/best-practices.html',
    checked,
  },
  'AWS::SageMaker::EndpointConfig': {
    noun: 'endpoint configuration',
    role: 'template',
    locality: 'none',
    inert: true,
    source: reference('sagemaker-endpointconfig'),
    checked,
  },
};
