import { holds } from '../knowledge';
import { defineCheckRule } from './rule';

export const tunnelWithStaticRoutes = defineCheckRule({
  id: 'tunnel-with-static-routes',
  category: 'EXCESSIVE_LATENCY',
  title: 'one of several links to a site has static routes',
  why: 'routes that a peer announces are withdrawn when it falls silent, so traffic moves to the other link within seconds; static routes stay, and traffic is lost until something else notices',
  how: 'links that end on a hub with another link are looked at for static routes',
  severity: 'warning',
  unknown: 'whether routes are static is taken from the connection alone; a value that is not known makes no finding',
  fix: 'set StaticRoutesOnly: false and let the routers of the site announce their routes with BGP',
  sources: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html'],
  *check({ subjects, dependencies }) {
    const reported = new Set<string>();
    for (const hub of subjects) {
      const links = dependencies.membersOf(hub).filter(({ facts }) => facts.role === 'link');
      if (links.length < 2) continue;
      for (const subject of links) {
        const { staticWhen, noun } = subject.facts;
        if (staticWhen === undefined || holds(staticWhen, subject.resource, subjects.find) !== true) continue;
        if (reported.has(subject.key)) continue;
        reported.add(subject.key);
        yield {
          severity: 'warning',
          function: 'serve',
          loses: [hub.resource.id],
          scope: 'component',
          recovery: 'failover',
          subject,
          failureDomain: `component ${subject.resource.id}`,
          message: `${noun} "${subject.resource.id}" has static routes, which stay when it dies although "${hub.resource.id}" has ${links.length} links`,
          fix: this.fix,
          evidence: [],
        };
      }
    }
  },
});
