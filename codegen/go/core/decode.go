package core

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"time"
)

// Mismatch is a place where an answer is not as the contract says.
type Mismatch struct {
	// Pointer is the JSON pointer of the place.
	Pointer string
	Message string
}

// Unmarshal reads what the API answered. A newer platform's values, fields and omissions are no errors: extra fields
// and those of another type are kept in ExtraFields.
func Unmarshal(text []byte, target any) error {
	_, err := decode(text, target)
	return err
}

var errNotJSON = errors.New("it is not JSON")

func decode(text []byte, target any) ([]Mismatch, error) {
	if !json.Valid(text) {
		return nil, errNotJSON
	}
	decoder := decoder{cursor: cursor{text: text}}
	decoder.value(reflect.ValueOf(target).Elem())
	return decoder.mismatches, nil
}

type decoder struct {
	cursor
	path       []step
	mismatches []Mismatch
}

// step is a member or, where it has no name, an item.
type step struct {
	name  string
	index int
}

// value reads the next value, and reports whether it was of the target's type.
func (decoder *decoder) value(target reflect.Value) bool {
	if decoder.peek() == 'n' {
		return decoder.null(target)
	}
	switch target.Kind() {
	case reflect.Pointer:
		pointed := reflect.New(target.Type().Elem())
		isFitting := decoder.value(pointed.Elem())
		if isFitting {
			target.Set(pointed)
		}
		return isFitting
	case reflect.Struct:
		if target.Type() != timeType {
			return decoder.object(target)
		}
	case reflect.Slice:
		if target.Type().Elem().Kind() != reflect.Uint8 {
			return decoder.list(target)
		}
	case reflect.Map:
		return decoder.dictionary(target)
	}
	return decoder.scalar(target)
}

func (decoder *decoder) null(target reflect.Value) bool {
	decoder.raw()
	switch target.Kind() {
	case reflect.Pointer, reflect.Interface:
		return true
	default:
		return decoder.mismatch("is null")
	}
}

func (decoder *decoder) scalar(target reflect.Value) bool {
	raw := decoder.raw()
	isText := raw[0] == '"'
	switch target.Kind() {
	case reflect.String:
		if isText {
			target.SetString(unquote(raw))
			return true
		}
	case reflect.Int, reflect.Int64:
		if number, err := strconv.ParseInt(string(raw), 10, target.Type().Bits()); err == nil {
			target.SetInt(number)
			return true
		}
	case reflect.Float64:
		if number, err := strconv.ParseFloat(string(raw), 64); err == nil {
			target.SetFloat(number)
			return true
		}
	case reflect.Bool:
		if raw[0] == 't' || raw[0] == 'f' {
			target.SetBool(raw[0] == 't')
			return true
		}
	case reflect.Interface:
		var value any
		if err := json.Unmarshal(raw, &value); err == nil {
			target.Set(reflect.ValueOf(value))
			return true
		}
	case reflect.Slice:
		target.SetBytes(append([]byte{}, raw...))
		return true
	case reflect.Struct:
		if isText {
			if moment, err := time.Parse(time.RFC3339, unquote(raw)); err == nil {
				target.Set(reflect.ValueOf(moment))
				return true
			}
		}
	}
	return decoder.mismatch(fmt.Sprintf("is %s, not %s", kindOf(raw), nameOf(target.Type())))
}

func (decoder *decoder) list(target reflect.Value) bool {
	if decoder.peek() != '[' {
		return decoder.mismatch(fmt.Sprintf("is %s, not a list", kindOf(decoder.raw())))
	}
	list := reflect.MakeSlice(target.Type(), 0, 4)
	decoder.items(func(index int) {
		decoder.path = append(decoder.path, step{index: index})
		item := reflect.New(target.Type().Elem()).Elem()
		decoder.value(item)
		list = reflect.Append(list, item)
		decoder.path = decoder.path[:len(decoder.path)-1]
	})
	target.Set(list)
	return true
}

func (decoder *decoder) dictionary(target reflect.Value) bool {
	if decoder.peek() != '{' {
		return decoder.mismatch(fmt.Sprintf("is %s, not an object", kindOf(decoder.raw())))
	}
	dictionary := reflect.MakeMap(target.Type())
	decoder.members(func(name string) {
		decoder.path = append(decoder.path, step{name: name})
		value := reflect.New(target.Type().Elem()).Elem()
		decoder.value(value)
		dictionary.SetMapIndex(reflect.ValueOf(name), value)
		decoder.path = decoder.path[:len(decoder.path)-1]
	})
	target.Set(dictionary)
	return true
}
