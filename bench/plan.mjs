import { readFileSync } from 'node:fs';

const recorded = JSON.parse(readFileSync(new URL('../test/readers/terraform/pair/repaired/plan.json', import.meta.url), 'utf8'));
const perCopy = 41;

/**
 * A Terraform plan of about so many resources: one recorded plan as a module that is called many times, with all the
 * attributes, unknowns and references that Terraform writes.
 */
export function plan(size) {
  const copies = Math.ceil(size / perCopy);
  const addresses = Array.from({ length: copies }, (_unused, index) => `module.shop[${index}]`);
  const { planned_values: planned, resource_changes: changes, configuration } = recorded;
  return JSON.stringify({
    ...recorded,
    planned_values: { root_module: { child_modules: addresses.map((address) => inModule(planned.root_module, address)) } },
    resource_changes: addresses.flatMap((module) =>
      changes.map((change) => ({ ...change, address: `${module}.${change.address}`, module_address: module })),
    ),
    configuration: {
      ...configuration,
      root_module: {
        module_calls: { shop: { count_expression: { constant_value: copies }, module: configuration.root_module } },
      },
    },
  });
}

function inModule({ resources = [], child_modules: children = [] }, module) {
  return {
    address: module,
    resources: resources.map((resource) => ({ ...resource, address: `${module}.${lastOf(resource.address)}` })),
    child_modules: children.map((child) => inModule(child, `${module}.${child.address}`)),
  };
}

/** The address without the modules around it. */
function lastOf(address) {
  return address.replace(/^(module\.[^.]+\.)+/, '');
}
