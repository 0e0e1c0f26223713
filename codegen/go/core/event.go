package core

import (
	"encoding/json"
	"net/http"
	"time"
)

// EventFields is what every event has.
type EventFields struct {
	ID string `json:"id"`
	// Type is as it came: order.placed.
	Type string `json:"type"`
	// Subject is the id of what it happened to.
	Subject string `json:"subject"`
	// Timestamp is when it happened: business time, which the emulator can move.
	Timestamp time.Time `json:"timestamp"`
}

// Fields is what every event has.
func (fields EventFields) Fields() EventFields { return fields }

type answeredEvent struct {
	ID        string          `json:"id"`
	Type      string          `json:"type"`
	Subject   string          `json:"subject,omitempty"`
	Timestamp time.Time       `json:"timestamp,omitempty"`
	Data      json.RawMessage `json:"data"`
}

// UnwrapEvent verifies a webhook, and only then reads it.
func UnwrapEvent(body []byte, header http.Header, options []WebhookOption) (EventFields, json.RawMessage, error) {
	if err := VerifyWebhook(body, header, options...); err != nil {
		return EventFields{}, nil, err
	}
	var event answeredEvent
	if err := Unmarshal(body, &event); err != nil {
		return EventFields{}, nil, refuse("body", "the body of the webhook was signed, but it is not JSON")
	}
	return EventFields{event.ID, event.Type, event.Subject, event.Timestamp}, event.Data, nil
}

// ReadEventData reads the data of an event; what is not as expected stays empty.
func ReadEventData[T any](data json.RawMessage) T {
	var read T
	if len(data) > 0 {
		// It was found valid with the event.
		_ = Unmarshal(data, &read)
	}
	return read
}
