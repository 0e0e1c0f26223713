import type { MethodNode, SdkOperation, SdkResource } from '../model/index.ts';
import type { GoModel } from './go-model.ts';
import { exportedName, packageName } from './go-names.ts';
import type { Imports } from './imports.ts';
import { alignRows, docComment } from './layout.ts';
import { printExample, printIteratorExample } from './print-example.ts';

/** `store.go`: the client with its services. */
export function printStore(tree: readonly MethodNode[], model: GoModel, imports: Imports): string {
  const services = tree.map(({ path: [name = ''] }) => ({
    field: exportedName(name),
    type: imports.own(packageName(name), 'Service'),
    make: imports.own(packageName(name), 'NewService'),
  }));
  const client = imports.own('core', 'Client');
  const rows = [
    { cells: ['client', `*${client}`] },
    ...services.map(({ field, type }) => ({ cells: [field, `*${type}`] })),
  ];
  const body = `// Store is the whole API of the store, for servers. It is safe for concurrent use.
type Store struct {
${alignRows(rows)}}

// New makes the client. What is not given comes from the environment: HEADLESSPRO_URL, HEADLESSPRO_SECRET_KEY,
// HEADLESSPRO_LOG.
//
//	store, err := headlesspro.New(headlesspro.WithURL("http://127.0.0.1:4000"), headlesspro.WithSecretKey(key))
func New(options ...ClientOption) (*Store, error) {
	client, err := core.NewClient(typedError, options)
	if err != nil {
		return nil, err
	}
	store := &Store{client: client}
${services.map(({ field, make }) => `\tstore.${field} = ${make}(client)\n`).join('')}	return store, nil
}

// Request sends any request, with the same retries and errors, and reads its answer into output, which may be nil.
// An input is sent as JSON; nil where there is none.
//
//	var answer map[string]any
//	err := store.Request(ctx, "GET", "/v1/products", nil, &answer, headlesspro.WithQuery(url.Values{"pageSize": {"1"}}))
func (store *Store) Request(ctx ${imports.standard('context', 'Context')}, method, path string, input, output any, options ...VersionedOption) error {
	return store.client.Request(ctx, method, path, input, output, options)
}

// GraphQL asks in GraphQL, with the retries, keys and errors of every other call, and reads the data into output.
//
//	var answer struct{ Product struct{ Title string } }
//	err := store.GraphQL(ctx, "query ($id: ID!) { product(id: $id) { title } }", map[string]any{"id": id}, &answer)
func (store *Store) GraphQL(ctx context.Context, document string, variables map[string]any, output any, options ...WriteOption) error {
	return store.client.GraphQL(ctx, document, variables, output, options)
}
`;
  return `${packageDocs(model)}package headlesspro

${imports.print()}${body}`;
}

function packageDocs(model: GoModel): string {
  const call = firstCall(model);
  const print = call?.operation.isPaginated ? printIteratorExample : printExample;
  const [service = ''] = call?.resource.path ?? model.sdk.resources[0]?.path ?? [];
  return `// Package headlesspro is the SDK of one store of HeadlessPro: its own attributes are fields, its error codes are
// types, its events are a union.
//
//	store, err := headlesspro.New()
//	if err != nil {
//		return err
//	}
${docComment([call && print(call.resource, call.operation, model)])}//
${docComment([`Types of the services are in packages of their own, such as ${model.module}/${packageName(service)}. Fields of inputs that need not be given are made with [Some] and [Null]; errors are told apart with errors.As.`])}`;
}

/** What anybody may list goes ahead, then any list, then what else is answered without an id. */
function firstCall({ sdk }: GoModel): { resource: SdkResource; operation: SdkOperation } | undefined {
  const calls = sdk.resources
    .flatMap((resource) => resource.operations.map((operation) => ({ resource, operation })))
    .filter(({ operation }) => operation.pathParameters.length === 0 && operation.output);
  const lists = calls.filter(({ operation }) => operation.isPaginated);
  return lists.find(({ operation }) => operation.access === 'publishable') ?? lists[0] ?? calls[0];
}
