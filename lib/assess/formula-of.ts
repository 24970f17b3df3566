import { type Analysis, analyze } from '../analysis';
import { EMPTY_CONFIG, withFacts } from '../config';
import type { FormulaNode, SystemFormula } from '../diagnostics';
import { readSystem } from '../readers';
import { toAnnotations } from './annotations';
import { ASSUMED_REGION, type AssessOptions } from './assess';
import { knowledgeFor } from './own-facts';

/**
 * Reads the files as one system and gives the formula that the verdicts are read from, instead of the verdicts.
 *
 * @throws {InputError} the input cannot be read; the problems say where
 */
export async function formulaOf(
  paths: readonly string[],
  options: Pick<AssessOptions, 'survive' | 'parameters' | 'region' | 'config' | 'facts'>,
): Promise<SystemFormula> {
  const { survive, parameters, region, facts } = options;
  const config = withFacts(options.config ?? EMPTY_CONFIG, facts);
  const system = await readSystem(paths, { parameters, assumedRegion: ASSUMED_REGION, ...(region !== undefined && { region }) });
  return toFormula(analyze(system, knowledgeFor(config), toAnnotations(config), survive));
}

/** The nodes that functions reach, numbered anew in the order in which they are met. */
function toFormula({ functions, model }: Analysis): SystemFormula {
  const indexOf = new Map<number, number>();
  const order: number[] = [];
  const reach = (node: number): number => {
    const known = indexOf.get(node);
    if (known !== undefined) return known;
    indexOf.set(node, order.length);
    order.push(node);
    return order.length - 1;
  };
  const roots = functions.map(({ kind, name, subject, node }) => ({ kind, name, entry: subject.key, node: reach(node) }));
  const nodes: FormulaNode[] = [];
  // The list of nodes to write grows while it is gone through.
  for (const node of order) nodes.push(toNode(node, model, reach));
  const failureDomains = model.domains.map(({ scope, label, subject }, event) => ({
    scope,
    label,
    ...(subject !== undefined && { resource: subject.key }),
    place: model.isPlace(event),
  }));
  return { functions: roots, failureDomains, nodes };
}

function toNode(node: number, model: Analysis['model'], reach: (node: number) => number): FormulaNode {
  const { formula } = model;
  const meaning = model.meaningOf(node);
  const resource = meaning === undefined ? {} : { resource: meaning.subject.key };
  if (formula.kindOf(node) === 'leaf') {
    const { must, may = [], anyOfClass = false, never = false, asleep = false } = formula.leafOf(node);
    const unknown = meaning?.unknown === undefined ? {} : { unknown: meaning.unknown.because };
    return { is: 'leaf', stoppedBy: must, perhapsBy: may, anyPlace: anyOfClass, never, asleep, ...resource, ...unknown };
  }
  const weights = formula.weightsOf(node);
  return {
    is: 'at-least',
    required: formula.requiredOf(node),
    children: formula.childrenOf(node).map(reach),
    ...(weights !== undefined && { weights }),
    ...(meaning?.kind === 'whole' && resource),
  };
}
