package core

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// object reads a struct. Members that it has no field for, and those of another type, stay as they came.
func (decoder *decoder) object(target reflect.Value) bool {
	if decoder.peek() != '{' {
		return decoder.mismatch(fmt.Sprintf("is %s, not an object", kindOf(decoder.raw())))
	}
	layout := layoutOf(target.Type())
	seen := make([]bool, len(layout.fields))
	var extra map[string]json.RawMessage
	keep := func(name string, raw []byte) {
		if extra == nil {
			extra = map[string]json.RawMessage{}
		}
		extra[name] = append(json.RawMessage{}, raw...)
	}
	decoder.members(func(name string) {
		position, isKnown := layout.byName[name]
		if !isKnown {
			keep(name, decoder.raw())
			return
		}
		seen[position] = true
		decoder.peek()
		start := decoder.at
		if !decoder.member(target, layout.fields[position]) {
			keep(name, decoder.text[start:decoder.at])
		}
	})
	for position, field := range layout.fields {
		if !seen[position] && !field.isOptional {
			decoder.path = append(decoder.path, step{name: field.name})
			decoder.mismatch("is missing")
			decoder.path = decoder.path[:len(decoder.path)-1]
		}
	}
	if extra != nil && layout.extra >= 0 {
		target.Field(layout.extra).Set(reflect.ValueOf(extra))
	}
	return true
}

func (decoder *decoder) member(target reflect.Value, field field) bool {
	decoder.path = append(decoder.path, step{name: field.name})
	defer func() { decoder.path = decoder.path[:len(decoder.path)-1] }()
	if decoder.peek() == 'n' && (field.isNullable || field.isOptional) {
		decoder.raw()
		return true
	}
	return decoder.value(target.Field(field.index))
}

// mismatch notes what is wrong at the place where the decoder is.
func (decoder *decoder) mismatch(message string) bool {
	var pointer strings.Builder
	for _, step := range decoder.path {
		pointer.WriteByte('/')
		if step.name == "" {
			pointer.WriteString(strconv.Itoa(step.index))
		} else {
			pointer.WriteString(strings.NewReplacer("~", "~0", "/", "~1").Replace(step.name))
		}
	}
	decoder.mismatches = append(decoder.mismatches, Mismatch{Pointer: pointer.String(), Message: message})
	return false
}

// nameOf says a type as the contract does.
func nameOf(expected reflect.Type) string {
	switch expected.Kind() {
	case reflect.String:
		return "a string"
	case reflect.Int, reflect.Int64:
		return "an integer"
	case reflect.Float64:
		return "a number"
	case reflect.Bool:
		return "a boolean"
	default:
		return "a time"
	}
}

// kindOf says what a value is, and not which: it may be about a person, and messages are logged.
func kindOf(raw []byte) string {
	switch raw[0] {
	case '"':
		return "a string"
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "a boolean"
	default:
		return "a number"
	}
}
