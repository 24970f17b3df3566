import { type Fault, faultsOfServiceRequest, type ServiceRequest } from '../blueprints';
import { faultsOfSizeTokens, faultsOfTokens } from './tokens';

/** Everything wrong with what was asked of a load-balanced service. Values that are not known yet are told alone. */
export function faultsOfService(asked: ServiceRequest): readonly (Fault | undefined)[] {
  const tokens = [
    ...Object.entries(asked.pools).flatMap(([name, pool]) => faultsOfSizeTokens(name, pool)),
    ...faultsOfTokens({ slowStartSeconds: asked.slowStartSeconds, drainingSeconds: asked.drainingSeconds }),
  ];
  return tokens.length > 0 ? tokens : faultsOfServiceRequest(asked);
}
