package core

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"time"
)

var timeType = reflect.TypeFor[time.Time]()

// Marshal writes a value as the API takes it: absent fields are left out, empty lists are [], and extra fields follow
// those that the contract names. An extra field stands in for an empty one of its name.
func Marshal(value any) ([]byte, error) {
	var buffer bytes.Buffer
	err := encode(&buffer, reflect.ValueOf(value))
	return buffer.Bytes(), err
}

func encode(buffer *bytes.Buffer, value reflect.Value) error {
	if !value.IsValid() {
		buffer.WriteString("null")
		return nil
	}
	switch value.Kind() {
	case reflect.Pointer:
		return encode(buffer, value.Elem())
	case reflect.Struct:
		if value.Type() != timeType {
			return encodeStruct(buffer, value)
		}
	case reflect.Slice:
		// Bytes, and JSON that is kept as it came, know how they are written.
		if value.Type().Elem().Kind() != reflect.Uint8 {
			return encodeList(buffer, value)
		}
	case reflect.Map:
		if value.Type().Key().Kind() == reflect.String {
			return encodeMap(buffer, value)
		}
	}
	return encodeOther(buffer, value.Interface())
}

func encodeOther(buffer *bytes.Buffer, value any) error {
	text, err := json.Marshal(value)
	buffer.Write(text)
	return err
}

func encodeStruct(buffer *bytes.Buffer, value reflect.Value) error {
	if optional, ok := value.Interface().(sendable); ok {
		inner, _ := optional.sent()
		return encode(buffer, reflect.ValueOf(inner))
	}
	members := membersOf(value)
	buffer.WriteByte('{')
	for index, member := range members {
		if err := encodeMember(buffer, index, member.name, member.value); err != nil {
			return fmt.Errorf("%s: %w", member.name, err)
		}
	}
	buffer.WriteByte('}')
	return nil
}

func encodeMember(buffer *bytes.Buffer, index int, name string, value reflect.Value) error {
	if index > 0 {
		buffer.WriteByte(',')
	}
	if err := encodeOther(buffer, name); err != nil {
		return err
	}
	buffer.WriteByte(':')
	return encode(buffer, value)
}

func encodeList(buffer *bytes.Buffer, value reflect.Value) error {
	buffer.WriteByte('[')
	for index := range value.Len() {
		if index > 0 {
			buffer.WriteByte(',')
		}
		if err := encode(buffer, value.Index(index)); err != nil {
			return fmt.Errorf("%d: %w", index, err)
		}
	}
	buffer.WriteByte(']')
	return nil
}

func encodeMap(buffer *bytes.Buffer, value reflect.Value) error {
	buffer.WriteByte('{')
	for index, key := range sortedKeys(value) {
		if err := encodeMember(buffer, index, key.String(), value.MapIndex(key)); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	buffer.WriteByte('}')
	return nil
}

// addQuery adds what is sent of an input to a query: a list as a parameter an item.
func addQuery(query url.Values, input any) error {
	if input == nil {
		return nil
	}
	for _, member := range membersOf(reflect.ValueOf(input)) {
		value := member.value
		for value.IsValid() && (value.Kind() == reflect.Interface || value.Kind() == reflect.Pointer) {
			value = value.Elem()
		}
		if !value.IsValid() {
			continue
		}
		if value.Kind() != reflect.Slice {
			value = reflect.Append(reflect.MakeSlice(reflect.SliceOf(value.Type()), 0, 1), value)
		}
		for index := range value.Len() {
			text, err := parameterText(value.Index(index))
			if err != nil {
				return fmt.Errorf("%s: %w", member.name, err)
			}
			query.Add(member.name, text)
		}
	}
	return nil
}

func parameterText(value reflect.Value) (string, error) {
	if value.Kind() == reflect.String {
		return value.String(), nil
	}
	var buffer bytes.Buffer
	if err := encode(&buffer, value); err != nil {
		return "", err
	}
	// A time is text in JSON too.
	var text string
	if json.Unmarshal(buffer.Bytes(), &text) == nil {
		return text, nil
	}
	return buffer.String(), nil
}
