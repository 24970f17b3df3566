import { domainLabels, domainView } from '../../../lib/reporters/html/domain-view';
import { aFinding, anAssessment, anUnproven } from '../../support/assessments';
import { aDomain, aFunction, aShop } from '../../support/topologies';

const ORDERS = { id: 'Orders', type: 'AWS::RDS::DBInstance', file: 'shop.yaml', line: 7 };
const lossOfOrders = aFinding({
  rule: 'database-without-standby',
  function: 'serve',
  loses: ['Name'],
  resource: ORDERS,
  failureDomain: 'component Orders',
  evidence: [{ from: 'Checkout', to: 'Orders', because: 'its address is in the environment' }],
});
const verdicts = (...args: Parameters<typeof domainView>) =>
  domainView(...args).functions.map(({ kind, name, verdict }) => `${kind} ${name} ${verdict}`);

describe('the view of a failure domain', () => {
  it('says of every function whether it is lost, open or safe', () => {
    const shop = anAssessment({
      topology: { ...aShop(), functions: [aFunction('Name'), aFunction('Checkout', 'egress'), aFunction('Orders', 'auxiliary')] },
      unproven: [anUnproven({ function: 'auxiliary', of: 'Orders', failureDomain: 'any zone' })],
    });
    expect(verdicts(shop, 'zone us-east-1a')).toEqual(['serve Name lost', 'egress Checkout lost', 'auxiliary Orders unproven']);
    expect(verdicts(shop, 'component Orders')).toEqual([
      'serve Name lost',
      'egress Checkout survives',
      'auxiliary Orders survives',
    ]);
  });

  it('shows the path that takes over', () => {
    const path = ['Name', 'Front in us-east-1b', 'Checkout in us-east-1b'];
    const witness = { function: 'serve' as const, of: 'Name', failureDomain: 'zone us-east-1b', path };
    const [name] = domainView(anAssessment({ topology: aShop(), witnesses: [witness] }), 'zone us-east-1b').functions;
    expect(name).toEqual({ verdict: 'survives', kind: 'serve', name: 'Name', entry: 'shop/Name', witness });
  });

  it('proves a loss with the finding about it, else with one about what stops, else with the way through what stops', () => {
    const proofsOf = (label: string, findings = [lossOfOrders]) => {
      const [name] = domainView(anAssessment({ topology: aShop(), findings }), label).functions;
      return name?.verdict === 'lost' ? name.proofs : [];
    };
    expect(proofsOf('component Orders')).toEqual([{ finding: 0, evidence: lossOfOrders.evidence }]);
    expect(proofsOf('zone us-east-1a')).toEqual([{ finding: 0, evidence: lossOfOrders.evidence }]);
    const [{ finding, evidence } = { evidence: [] }] = proofsOf('zone us-east-1a', []);
    expect(finding).toBeUndefined();
    expect(evidence.map(({ from, to }) => `${from} -> ${to}`)).toEqual([
      'Name -> Front',
      'Front -> Targets',
      'Targets -> Checkout',
      'Checkout -> Orders',
    ]);
  });

  it('does not take a fault in waiting for the proof of a loss', () => {
    const blind = { ...lossOfOrders, category: 'MISCONFIGURATION_AND_BUGS' as const };
    const [name] = domainView(anAssessment({ topology: aShop(), findings: [blind] }), 'component Orders').functions;
    expect(name?.verdict === 'lost' && name.proofs.map(({ finding }) => finding)).toEqual([undefined]);
  });

  it('tells two functions of one name apart where the report does', () => {
    const functions = [aFunction('Checkout'), aFunction('Checkout', 'egress')];
    const shopWith = (lostFunctions?: readonly number[]) =>
      anAssessment({
        topology: {
          ...aShop(),
          functions,
          domains: [
            aDomain('zone us-east-1a', { lost: ['Checkout'], ...(lostFunctions === undefined ? {} : { lostFunctions }) }),
          ],
        },
      });
    expect(verdicts(shopWith([1]), 'zone us-east-1a')).toEqual(['serve Checkout survives', 'egress Checkout lost']);
    expect(verdicts(shopWith(), 'zone us-east-1a')).toEqual(['serve Checkout lost', 'egress Checkout lost']);
  });

  it('gives the least capacity first, and what a component needs', () => {
    const view = domainView(anAssessment({ topology: aShop() }), 'component Checkout', 'shop/Checkout');
    expect(view.needs.map(({ to }) => to)).toEqual(['shop/Orders', 'shop/Nat']);
    expect(view.neededBy.map(({ from }) => from)).toEqual(['shop/Targets']);
    expect(view.judged).toBe(false);
    const [a] = aShop().domains;
    const left = { 'shop/Checkout': 0.5, 'shop/Orders': 0 };
    const zone = domainView(
      anAssessment({ topology: { ...aShop(), domains: [{ ...a!, capacityLeft: left }] } }),
      'zone us-east-1a',
    );
    expect(zone.capacity.map(({ key }) => key)).toEqual(['shop/Orders', 'shop/Checkout']);
  });
});

describe('the list of failure domains', () => {
  it('has the zones in their order, then the components that take most away, and those that only a finding names', () => {
    const shop = anAssessment({
      topology: {
        ...aShop(),
        domains: [...aShop().domains, aDomain('component Front', { lost: ['Name', 'Checkout'] })].reverse(),
      },
      findings: [aFinding({ failureDomain: 'component Targets' }), aFinding({ failureDomain: 'any zone' })],
    });
    expect(domainLabels(shop)).toEqual([
      'zone us-east-1a',
      'zone us-east-1b',
      'component Front',
      'component Orders',
      'component Targets',
    ]);
  });
});
