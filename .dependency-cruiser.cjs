/** The houses of docs/ARCHITECTURE.md: who may import whom. */
const PACKAGES = ['npm', 'core', 'npm-dev', 'npm-optional', 'npm-peer'];

/** Files in `from` may import, of this repository, only what matches `to`. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to, dependencyTypesNot: PACKAGES },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('leaves-stand-alone', '^(bot-flows|classifiers)/', '^$1/'),
    only(
      'domain-is-pure',
      '^server/domain/',
      '^(server/domain/|classifiers/risk-classifier|bot-flows/dialog)',
    ),
    only(
      'ports-speak-domain',
      '^server/ports/',
      '^(server/(ports|domain)/|classifiers/risk-classifier|bot-flows/dialog)',
    ),
    only(
      'app-knows-no-adapter',
      '^server/app/',
      '^(server/(app|domain|ports)/|classifiers/risk-classifier|bot-flows/dialog)',
    ),
    only(
      'edges-know-no-adapter',
      '^server/(http|sockets)/',
      '^(server/(http|sockets|app|domain|ports|protocol)/|classifiers/risk-classifier)',
    ),
    only(
      'adapters-serve-ports',
      '^server/adapters/',
      '^(server/(adapters|ports|domain)/|classifiers/risk-classifier)',
    ),
    {
      name: 'browser-code-imports-only-protocol-types',
      severity: 'error',
      from: { path: '^web-widget/' },
      to: {
        path: '^(server|bot-flows|classifiers|tests|scripts)/',
        // What each side says to the other, for the author's page as for all others.
        pathNot: '^(server/protocol/|bot-flows/author/page/page-wire)',
      },
    },
    {
      name: 'browser-code-runs-no-server-code',
      severity: 'error',
      from: { path: '^web-widget/' },
      to: { path: '^(server|bot-flows)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-app-and-ports-import-no-package',
      severity: 'error',
      from: { path: '^server/(domain|app|ports)/' },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    {
      name: 'botkit-in-one-place',
      severity: 'error',
      from: { path: '^(server|bot-flows|classifiers|web-widget)/', pathNot: '^bot-flows/botkit/' },
      to: { path: 'node_modules/(botkit|botbuilder)' },
    },
    {
      name: 'products-do-not-import-tests',
      severity: 'error',
      from: { path: '^(server|bot-flows|classifiers|web-widget)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
