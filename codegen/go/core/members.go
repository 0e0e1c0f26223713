package core

import (
	"reflect"
	"sort"
)

// member is a field that is sent. Its value is invalid for null.
type member struct {
	name  string
	value reflect.Value
}

// membersOf gives what is sent of a struct, in its order, its extra fields last; each name once.
func membersOf(value reflect.Value) []member {
	layout := layoutOf(value.Type())
	var extra reflect.Value
	if layout.extra >= 0 {
		extra = value.Field(layout.extra)
	}
	members := make([]member, 0, len(layout.fields))
	for _, field := range layout.fields {
		inner := value.Field(field.index)
		if hasKey(extra, field.name) && inner.IsZero() {
			continue
		}
		if sent, isSent := sentOf(inner, field); isSent {
			members = append(members, member{field.name, sent})
		}
	}
	if !extra.IsValid() {
		return members
	}
	for _, key := range sortedKeys(extra) {
		position, isNamed := layout.byName[key.String()]
		if !isNamed || value.Field(layout.fields[position].index).IsZero() {
			members = append(members, member{key.String(), extra.MapIndex(key)})
		}
	}
	return members
}

// sentOf gives what is sent for a field, and false where nothing is.
func sentOf(value reflect.Value, field field) (reflect.Value, bool) {
	if optional, ok := value.Interface().(sendable); ok {
		sent, isSent := optional.sent()
		return reflect.ValueOf(sent), isSent
	}
	switch {
	case !isNil(value):
		return value, true
	case field.isOptional:
		return value, false
	case field.isNullable:
		return reflect.Value{}, true
	default:
		return value, true
	}
}

func hasKey(extra reflect.Value, name string) bool {
	return extra.IsValid() && extra.MapIndex(reflect.ValueOf(name)).IsValid()
}

func isNil(value reflect.Value) bool {
	switch value.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		return value.IsNil()
	default:
		return false
	}
}

func sortedKeys(value reflect.Value) []reflect.Value {
	keys := value.MapKeys()
	sort.Slice(keys, func(left, right int) bool { return keys[left].String() < keys[right].String() })
	return keys
}
