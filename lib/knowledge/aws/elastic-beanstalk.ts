import type { FactTable } from '../fact';
import { checked } from './checked';

/** Elastic Beanstalk: a load-balanced environment may shrink to MinSize, which is 1 unless an option says more. */
export const elasticBeanstalk: FactTable = {
  'AWS::ElasticBeanstalk::Environment': {
    noun: 'Elastic Beanstalk environment',
    role: 'compute',
    locality: 'zones',
    units: {
      count: {
        min: 'OptionSettings[Namespace=aws:autoscaling:asg,OptionName=MinSize].Value',
        absent: 1,
      },
    },
    placement: { subnets: ['OptionSettings[Namespace=aws:ec2:vpc,OptionName=Subnets].Value'] },
    recovery: { kind: 'self-healing', seconds: [120, 600] },
    text: ['OptionSettings[Namespace=aws:elasticbeanstalk:application:environment].Value'],
    securityGroups: ['OptionSettings[Namespace=aws:autoscaling:launchconfiguration,OptionName=SecurityGroups].Value'],
    usesEgress: true,
    cases: [
      {
        when: { 'OptionSettings[OptionName=EnvironmentType].Value': 'SingleInstance' },
        facts: { units: { count: 1 } },
      },
      {
        when: { 'TemplateName->OptionSettings[OptionName=EnvironmentType].Value': 'SingleInstance' },
        facts: { units: { count: 1 } },
      },
      {
        when: { 'TemplateName->OptionSettings[Namespace=aws:autoscaling:asg,OptionName=MinSize].Value': 'present' },
        facts: {
          units: {
            count: { min: 'TemplateName->OptionSettings[Namespace=aws:autoscaling:asg,OptionName=MinSize].Value', absent: 1 },
          },
          placement: { subnets: ['TemplateName->OptionSettings[Namespace=aws:ec2:vpc,OptionName=Subnets].Value'] },
          text: ['TemplateName->OptionSettings[Namespace=aws:elasticbeanstalk:application:environment].Value'],
          securityGroups: [
            'TemplateName->OptionSettings[Namespace=aws:autoscaling:launchconfiguration,OptionName=SecurityGroups].Value',
          ],
        },
      },
    ],
    fix: 'set EnvironmentType to LoadBalanced and MinSize to at least 2, with subnets in at least 2 zones',
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
    checked,
  },
  'AWS::ElasticBeanstalk::ConfigurationTemplate': {
    noun: 'Elastic Beanstalk configuration template',
    role: 'configuration',
    locality: 'none',
    inert: true,
    source: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/environment-configuration-savedconfig.html',
    checked,
  },
};
