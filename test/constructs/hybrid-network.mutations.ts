import { Stack } from 'aws-cdk-lib';
import { type DirectConnectProps, HybridNetwork, LoadBalancedService, ResilientNetwork } from '../../lib/constructs';
import { aSite } from '../support/sites';
import type { MutationSuite } from './support/mutation';
import { idOf, idsOf, type Resource, resourceOf, type TemplateJson } from './support/synthesize';

const ATTACHMENT = 'AWS::EC2::TransitGatewayAttachment';
const CUSTOMER_GATEWAY = 'AWS::EC2::CustomerGateway';
const TUNNELS = 'AWS::EC2::VPNConnection';
const ENDPOINT = 'AWS::Route53Resolver::ResolverEndpoint';
const RULE = 'AWS::Route53Resolver::ResolverRule';
const BUNDLE = 'AWS::DirectConnect::Lag';
const INTERFACE = 'AWS::DirectConnect::TransitVirtualInterface';
const first = (template: TemplateJson, type: string) => idsOf(template, type)[0] ?? '';
const outbound = ({ Properties }: Resource) => Properties.Direction === 'OUTBOUND';

const build =
  (directConnect?: DirectConnectProps): MutationSuite['build'] =>
  (app) => {
    const stack = new Stack(app, 'shop');
    const network = new ResilientNetwork(stack, 'Network', { tiers: ['private', 'transit'], egress: 'none' });
    new HybridNetwork(stack, 'Hybrid', { network, site: aSite(), ...(directConnect === undefined ? {} : { directConnect }) });
    new LoadBalancedService(stack, 'Service', {
      network,
      internetFacing: false,
      pools: { web: { kind: 'fleet', requiredCapacity: 2 } },
    });
  };

/** Tunnels only. */
export const hybridNetwork: MutationSuite = {
  construct: 'HybridNetwork',
  survive: 'zone',
  build: build(),
  mutations: [
    {
      name: 'the transit gateway has a leg in one zone only',
      breaks: (template) => {
        resourceOf(template, ATTACHMENT).Properties.SubnetIds.splice(1);
      },
      names: (template) => idOf(template, ATTACHMENT),
    },
    {
      name: 'one gateway of the site is left',
      breaks: (template) => {
        delete template.Resources[idsOf(template, TUNNELS)[1] ?? ''];
        delete template.Resources[idsOf(template, CUSTOMER_GATEWAY)[1] ?? ''];
      },
      names: (template) => idOf(template, CUSTOMER_GATEWAY),
    },
    {
      name: 'all tunnels end on one gateway of the site',
      breaks: (template) => {
        const [, second = ''] = idsOf(template, TUNNELS);
        (template.Resources[second] as Resource).Properties.CustomerGatewayId = { Ref: first(template, CUSTOMER_GATEWAY) };
      },
      names: (template) => first(template, CUSTOMER_GATEWAY),
    },
    {
      name: 'both gateways of the site are one device',
      breaks: (template) => {
        const [one = '', two = ''] = idsOf(template, CUSTOMER_GATEWAY);
        (template.Resources[two] as Resource).Metadata = (template.Resources[one] as Resource).Metadata;
      },
      names: (template) => first(template, CUSTOMER_GATEWAY),
    },
    {
      name: 'routes are static, so that a dead tunnel keeps its traffic for longer',
      breaks: (template) => {
        for (const id of idsOf(template, TUNNELS)) (template.Resources[id] as Resource).Properties.StaticRoutesOnly = true;
      },
      names: (template) => first(template, TUNNELS),
    },
    {
      name: 'questions to the site leave from one zone only',
      breaks: (template) => {
        const { IpAddresses } = resourceOf(template, ENDPOINT, outbound).Properties;
        IpAddresses.fill(IpAddresses[0]);
      },
      names: (template) => idOf(template, ENDPOINT, outbound),
    },
    {
      name: 'one resolver of the site is asked',
      breaks: (template) => {
        resourceOf(template, RULE).Properties.TargetIps.splice(1);
      },
      names: (template) => idOf(template, RULE),
    },
  ],
};

/** Lines in two locations with the tunnels behind them. */
export const hybridWithLines: MutationSuite = {
  construct: 'HybridNetwork with lines',
  survive: 'zone',
  build: build({ locations: ['EqDC2', 'CSVA1'] }),
  mutations: [
    {
      name: 'both bundles end in one location and no tunnel stands behind them',
      breaks: (template) => {
        const [one = '', two = ''] = idsOf(template, BUNDLE);
        (template.Resources[two] as Resource).Properties.Location = (template.Resources[one] as Resource).Properties.Location;
        for (const id of idsOf(template, TUNNELS)) delete template.Resources[id];
      },
      names: (template) => first(template, BUNDLE),
    },
    {
      name: 'one bundle is left and no tunnel stands behind it',
      breaks: (template) => {
        for (const type of [BUNDLE, INTERFACE]) delete template.Resources[idsOf(template, type)[1] ?? ''];
        for (const id of idsOf(template, 'AWS::DirectConnect::Connection').slice(2)) delete template.Resources[id];
        for (const id of idsOf(template, TUNNELS)) delete template.Resources[id];
      },
      names: (template) => idOf(template, BUNDLE),
    },
    {
      name: 'a bundle is down with its first line',
      breaks: (template) => {
        for (const id of idsOf(template, BUNDLE)) (template.Resources[id] as Resource).Properties.MinimumLinks = 2;
      },
      names: (template) => first(template, BUNDLE),
    },
  ],
};
