/** Arguments that every method has beside its input, and what they are. */
export const options: Readonly<Record<string, string>> = {
  timeout: 'seconds for one attempt',
  deadline: 'seconds for everything',
  retries: 'how often to try again',
  extra_headers: 'headers added to the request',
  extra_fields: 'fields added to the input',
  idempotency_key: 'the name of the change',
  if_version: 'the version that was read',
  self: 'the resource itself',
  call_options: 'all options of a call',
  path_segment: 'an id as it stands in a path',
};

/** Those of a method that uploads a file. */
export const uploadOptions: Readonly<Record<string, string>> = {
  file: 'the file to upload',
  content_type: 'the type of the file',
};

/** What `Store` has beside its services. */
export const storeMembers: readonly string[] = ['close', 'graphql', 'request'];

/** What every resource has beside its methods. */
export const resourceMembers: readonly string[] = ['with_response'];

/** Names that generated modules use for something else. */
export const moduleNames: readonly string[] = [
  ...['Store', 'AsyncStore', 'ApiClient', 'AsyncApiClient', 'ApiRequest', 'CallOptions', 'WireName'],
  ...['Annotated', 'Any', 'Field', 'Literal', 'Mapping', 'NotRequired', 'Sequence', 'TypedDict', 'Union'],
  'Unpack',
];

/** Names that `webhooks.py` has beside its events. */
export const webhookNames: readonly string[] = [
  ...['Any', 'Event', 'Literal', 'Mapping', 'Reason', 'Sequence', 'StoreEvent', 'TypeAlias', 'UnknownEvent'],
  'WebhookVerificationError',
];
