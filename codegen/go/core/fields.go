package core

import (
	"reflect"
	"strings"
	"sync"
)

// extraFields is the field of a struct that holds what the contract does not name.
const extraFields = "ExtraFields"

// field is a field of a struct as it is on the wire.
type field struct {
	name       string
	index      int
	isOptional bool
	// isNullable: null is a value of it. Of pointers that is known; lists and maps say so in a tag.
	isNullable bool
}

// layout is what the encoder and the decoder need to know of a struct, read from its tags once.
type layout struct {
	fields []field
	byName map[string]int
	// extra is the index of ExtraFields, or -1.
	extra int
}

var layouts sync.Map

func layoutOf(structType reflect.Type) *layout {
	if known, ok := layouts.Load(structType); ok {
		return known.(*layout)
	}
	known, _ := layouts.LoadOrStore(structType, readLayout(structType))
	return known.(*layout)
}

func readLayout(structType reflect.Type) *layout {
	read := &layout{byName: map[string]int{}, extra: -1}
	for index := range structType.NumField() {
		declared := structType.Field(index)
		name, options, _ := strings.Cut(declared.Tag.Get("json"), ",")
		if declared.Name == extraFields {
			read.extra = index
		}
		if name == "-" || name == "" {
			continue
		}
		read.byName[name] = len(read.fields)
		read.fields = append(read.fields, field{
			name:       name,
			index:      index,
			isOptional: options == "omitempty",
			isNullable: declared.Type.Kind() == reflect.Pointer || declared.Tag.Get("api") == "nullable",
		})
	}
	return read
}
