import {
  ALGORITHMS,
  CHECKERS,
  type Checker,
  faultsOfAlgorithm,
  faultsOfHealthCheck,
  type HealthCheck,
} from '../../lib/blueprints';

const KINDS: Record<HealthCheck['kind'], HealthCheck> = {
  icmp: { kind: 'icmp' },
  tcp: { kind: 'tcp' },
  http: { kind: 'http', path: '/healthy' },
  content: { kind: 'content', path: '/healthy', contains: 'ready' },
};
const checkers = Object.keys(CHECKERS) as Checker[];
const words = (faults: readonly ({ found: string; bound: string; wayOut: string } | undefined)[]) =>
  faults.filter((fault) => fault !== undefined).map(({ found, bound, wayOut }) => `${found}; ${bound}; ${wayOut}`);

describe('faultsOfHealthCheck', () => {
  it.each(checkers)('lets %s do what its facts say and nothing else', (checker) => {
    const facts: { readonly kinds: readonly string[] } = CHECKERS[checker];
    for (const [kind, check] of Object.entries(KINDS)) {
      expect(words(faultsOfHealthCheck(check, checker))).toHaveLength(facts.kinds.includes(kind) ? 0 : 1);
    }
  });

  it('names who can do what is asked', () => {
    expect(words(faultsOfHealthCheck(KINDS.icmp, 'alb'))).toEqual([
      'healthCheck.kind is icmp; Application Load Balancer can check http; use http here, or put keepalived in front',
    ]);
    expect(words(faultsOfHealthCheck(KINDS.content, 'nlb'))).toEqual([
      'healthCheck.kind is content; Network Load Balancer can check tcp and http; use tcp or http here, or put Route 53 health check, HAProxy, keepalived or Google Cloud load balancer in front',
    ]);
  });

  it.each(['200', '200,204', '200-299', '200-399', '302'])('takes the statuses %s', (statuses) => {
    expect(words(faultsOfHealthCheck({ kind: 'http', path: '/', statuses }, 'alb'))).toEqual([]);
  });

  it.each(['200-499', '404', '200,500', 'ok', '', '100'])('refuses the statuses %p, which hide faults', (statuses) => {
    expect(words(faultsOfHealthCheck({ kind: 'http', path: '/', statuses }, 'alb'))).toHaveLength(1);
  });

  it('refuses a path that is none, a port that is none and a text that cannot be looked for', () => {
    expect(words(faultsOfHealthCheck({ kind: 'http', path: 'healthy', port: 0 }, 'alb'))).toHaveLength(2);
    expect(words(faultsOfHealthCheck({ kind: 'tcp', port: 70_000 }, 'nlb'))).toHaveLength(1);
    for (const contains of ['', 'x'.repeat(256)]) {
      expect(words(faultsOfHealthCheck({ kind: 'content', path: '/', contains }, 'route53'))).toHaveLength(1);
    }
  });
});

describe('faultsOfAlgorithm', () => {
  it.each(checkers)('lets %s do what its facts say and nothing else', (checker) => {
    const facts: { readonly algorithms: readonly string[] } = CHECKERS[checker];
    for (const algorithm of ALGORITHMS) {
      expect(words(faultsOfAlgorithm(algorithm, checker))).toHaveLength(facts.algorithms.includes(algorithm) ? 0 : 1);
    }
  });

  it('has somebody for every algorithm', () => {
    for (const algorithm of ALGORITHMS) expect(faultsOfAlgorithm(algorithm, 'haproxy')).toEqual([]);
  });

  it('names the alternatives on both sides', () => {
    expect(words(faultsOfAlgorithm('weighted-least-connections', 'alb'))).toEqual([
      'algorithm is weighted-least-connections; Application Load Balancer has round-robin, least-connections, weighted-round-robin; use round-robin or least-connections or weighted-round-robin here, or HAProxy or keepalived',
    ]);
  });

  it('names all algorithms when it does not know the word', () => {
    expect(words(faultsOfAlgorithm('fastest' as never, 'alb'))[0]).toContain('the algorithms are round-robin, least-connections');
  });
});

describe('the facts about checkers', () => {
  it.each(checkers)('of %s have a source', (checker) => {
    expect(CHECKERS[checker].source).toMatch(/^https:\/\//);
  });
});
