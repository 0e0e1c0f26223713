import { shapesIn } from '../model/index.ts';
import { byKind, type Imports } from './imports.ts';
import { docstring, quote } from './layout.ts';
import { printType } from './print-type.ts';
import type { PythonModel } from './python-model.ts';
import { annotatedField, type TypeText, typeAlias } from './type-text.ts';

/** `webhooks.py`: a class an event, and the functions to verify and to sign them. No client is needed. */
export function printWebhooks(model: PythonModel, imports: Imports): string {
  const { events } = model.sdk;
  imports.value('collections.abc', 'Mapping', 'Sequence');
  imports.value('typing', 'TypeAlias');
  imports.value('._core.events', 'Event', 'UnknownEvent', 'read_event');
  imports.value('._core.webhook_signing', 'Reason', 'WebhookVerificationError', 'sign', 'verify');
  const classes = events.map((event) => {
    for (const name of shapesIn(event.data)) importData(name, model, imports);
    const type = annotatedField('    ', 'type', { head: 'Literal', of: [quote(event.type)] }, '');
    const data = annotatedField('    ', 'data', renamed(printType(event.data, 'answered', model), model), '');
    return `class ${event.name}(Event):\n${docstring([event.summary], '    ')}\n${type}${data}`;
  });
  const names = events.map((event) => event.name);
  const exported = [
    'Event',
    'Reason',
    'StoreEvent',
    'UnknownEvent',
    'WebhookVerificationError',
    'sign',
    'unwrap',
  ];
  return `"""Events of this store: verified by their signature, then typed."""

@imports@
__all__ = [
${[...exported, ...names]
  .sort(byKind)
  .map((name) => `    "${name}",\n`)
  .join('')}]


${classes.map((text) => `${text}\n\n`).join('')}${typeAlias('StoreEvent', { union: [...names, 'UnknownEvent'] })}"""An event of this store; \`UnknownEvent\` is one of a newer platform."""

_KNOWN: dict[str, type[Event]] = {
${events.map((event) => `    ${quote(event.type)}: ${event.name},\n`).join('')}}


def unwrap(
    body: bytes | str,
    headers: Mapping[str, str],
    *,
    secrets: Sequence[str] | None = None,
    tolerance: float = 300,
    now: float | None = None,
) -> StoreEvent:
    """Verify a webhook by its signature, then parse it.

    \`body\` is as it came, unparsed. Any of \`secrets\` may have signed, the new and the
    old while they are changed; without them, HEADLESSPRO_WEBHOOK_SECRET is used, where
    a comma separates several. \`tolerance\` is in seconds.

    Raises WebhookVerificationError where it is not to be trusted: answer with 400.

    Example::

        event = webhooks.unwrap(body, headers, secrets=["whsec_…"])
    """
    verified = verify(body, headers, secrets=secrets, tolerance=tolerance, now=now)
    event: StoreEvent = read_event(verified, _KNOWN)
    return event
`;
}

/** `product.deleted` carries a `ProductDeleted`: here that is the event, so what it carries has another name. */
export function dataAlias(name: string, model: PythonModel): string {
  return model.sdk.events.some((event) => event.name === name) ? `${name}Data` : name;
}

function renamed(type: TypeText, model: PythonModel): TypeText {
  if (typeof type === 'string') return dataAlias(type, model);
  if ('union' in type) return { union: type.union.map((member) => renamed(member, model)) };
  return { ...type, of: type.of.map((part) => renamed(part, model)) };
}

function importData(name: string, model: PythonModel, imports: Imports): void {
  const module = model.moduleOf(name);
  const alias = dataAlias(name, model);
  if (module) imports.type(`.${module}`, alias === name ? name : `${name} as ${alias}`);
}
