/**
 * Which lib/ folder may import which; a folder uses only folders above it, each through its index.ts.
 * test/arrows.test.ts holds this table against the folders that exist, so none can arrive without its arrows.
 */
const mayImport = {
  multimap: [],
  diagnostics: ['multimap'],
  graph: [],
  'fault-tree': ['graph'],
  model: ['graph', 'diagnostics'],
  config: ['diagnostics'],
  knowledge: ['model', 'diagnostics'],
  repairs: ['diagnostics'],
  readers: ['multimap', 'model', 'diagnostics'],
  reporters: ['multimap', 'model', 'graph', 'diagnostics'],
  blueprints: ['model'],
  analysis: ['multimap', 'model', 'graph', 'fault-tree', 'knowledge', 'config', 'diagnostics'],
  constructs: ['blueprints'],
  components: ['blueprints'],
  rules: ['multimap', 'analysis', 'knowledge', 'model', 'config', 'diagnostics'],
  assess: ['multimap', 'readers', 'knowledge', 'analysis', 'rules', 'config', 'model', 'diagnostics'],
  'cdk-validation': ['assess', 'readers', 'reporters', 'config', 'model', 'diagnostics'],
  'pulumi-policy': ['assess', 'readers', 'reporters', 'config', 'model', 'diagnostics'],
  jest: ['assess', 'readers', 'reporters', 'config', 'model', 'diagnostics'],
  cli: ['assess', 'repairs', 'reporters', 'config', 'model', 'diagnostics'],
};

/** Folders that speak with a host: they may need its SDK. */
const HOSTS = 'constructs|components|cdk-validation|pulumi-policy|jest';
/** Folders that open files. */
const DISK = 'readers|config|cli|cdk-validation|pulumi-policy|jest';

const arrows = Object.entries(mayImport).map(([folder, targets]) => ({
  name: `arrows-of-${folder}`,
  comment: `lib/${folder} may import ${targets.map((target) => `lib/${target}`).join(', ') || 'no other folder'}, each through its index.ts`,
  severity: 'error',
  from: { path: `^lib/${folder}/` },
  to: { path: '^lib/', pathNot: [`^lib/${folder}/`, ...targets.map((target) => `^lib/${target}/index[.]ts$`)] },
}));

module.exports = {
  forbidden: [
    ...arrows,
    { name: 'no-circular', comment: 'a cycle has no reading order', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-through-own-index',
      comment: 'inside a folder import the sibling itself; going through the own index.ts is how barrel cycles start',
      severity: 'error',
      from: { path: '^lib/([^/]+)/', pathNot: '^lib/[^/]+/index[.]ts$' },
      to: { path: '^lib/$1/index[.]ts$' },
    },
    {
      name: 'engine-without-cloud-sdks',
      comment: 'the engine runs with neither aws-cdk-lib nor Pulumi installed; the folders at the edge may need them',
      severity: 'error',
      from: { path: '^lib/', pathNot: `^lib/(${HOSTS})/` },
      to: { path: '(^|node_modules/)(aws-cdk-lib|constructs|@pulumi/[^/]+)(/|$)' },
    },
    {
      name: 'google-without-the-sdk-of-aws',
      comment: 'who runs at Google Cloud alone installs @pulumi/gcp alone',
      severity: 'error',
      from: { path: '^lib/components/google/index[.]ts$' },
      to: { path: 'node_modules/@pulumi/aws/', reachable: true },
    },
    {
      name: 'aws-without-the-sdk-of-google',
      comment: 'who runs at AWS alone installs @pulumi/aws alone',
      severity: 'error',
      from: { path: '^lib/components/index[.]ts$' },
      to: { path: 'node_modules/@pulumi/gcp/', reachable: true },
    },
    {
      name: 'disk-only-at-the-edges',
      comment: 'engine folders take values and return values; of `net` only the arithmetic of addresses is used',
      severity: 'error',
      from: { path: '^lib/', pathNot: `^lib/((${DISK})/|analysis/address-range\\.ts$)` },
      to: { path: '^(node:)?(fs|fs/promises|child_process|net|http|https)$', dependencyTypes: ['core'] },
    },
    {
      name: 'stacks-use-the-public-api',
      comment: 'what a user cannot import, an example does not import',
      severity: 'error',
      from: { path: '^stacks/' },
      to: {
        path: '^lib/',
        pathNot: [`^lib/((${HOSTS}|reporters)/)?index[.]ts$`, '^lib/components/(google|multi-cloud)/index[.]ts$'],
      },
    },
    {
      name: 'bin-is-a-shim',
      comment: 'programs pick a folder and start it; they decide nothing',
      severity: 'error',
      from: { path: '^bin/' },
      to: { path: '^lib/', pathNot: `^lib/((cli|${HOSTS})/)?index[.]ts$` },
    },
    {
      name: 'production-without-tests',
      comment: 'the package ships no test',
      severity: 'error',
      from: { path: '^(lib|bin|stacks)/' },
      to: { path: '^test/' },
    },
    {
      name: 'production-without-dev-dependencies',
      comment: 'what only a developer installs is not there for a user; optional peers are development dependencies here too',
      severity: 'error',
      from: { path: '^lib/', pathNot: `^lib/(${HOSTS})/` },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
    { name: 'resolvable', comment: 'an import that leads nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
