import type { GoModel } from './go-model.ts';
import type { Imports } from './imports.ts';
import { docComment, quote } from './layout.ts';
import { printType } from './print-type.ts';

/** `webhooks/events.go`: a type an event, and the function that verifies and reads them. */
export function printWebhooks(model: GoModel, imports: Imports): string {
  const { events } = model.sdk;
  const fields = imports.own('core', 'EventFields');
  const types = events.map((event) => {
    const data = printType(event.data, { model, imports });
    return `${docComment([`${event.name}: ${event.summary}`])}type ${event.name} struct {
	EventFields
	Data ${data}
}
`;
  });
  const cases = events.map((event) => {
    const data = printType(event.data, { model, imports });
    return `\tcase ${quote(event.type)}:
		return &${event.name}{fields, core.ReadEventData[${data}](data)}, nil
`;
  });
  return `// EventFields is what every event has.
type EventFields = ${fields}

// Event is an event of this store: a pointer to one of the types here, of which [UnknownEvent] is one of a newer
// platform.
type Event interface {
	// Fields is what every event has.
	Fields() EventFields
}

// UnknownEvent is an event of a newer platform than this SDK.
type UnknownEvent struct {
	EventFields
	Data ${imports.standard('encoding/json', 'RawMessage')}
}

${types.join('\n')}
// Unwrap verifies a webhook by its signature, then reads it. The body is the request's as it came. Of what is not to be
// trusted it gives a [VerificationError]: answer with 400.
//
//	event, err := webhooks.Unwrap(body, request.Header, webhooks.WithSecrets(current, previous))
//	if err != nil {
//		http.Error(writer, err.Error(), http.StatusBadRequest)
//		return
//	}
//	switch event := event.(type) {
//	case *webhooks.${events[0]?.name ?? 'UnknownEvent'}:
//		fmt.Println(event.Data)
//	case *webhooks.UnknownEvent:
//		fmt.Println(event.Type)
//	}
func Unwrap(body []byte, header ${imports.standard('net/http', 'Header')}, options ...Option) (Event, error) {
	fields, data, err := core.UnwrapEvent(body, header, options)
	if err != nil {
		return nil, err
	}
	switch fields.Type {
${cases.join('')}	}
	return &UnknownEvent{fields, data}, nil
}
`;
}
