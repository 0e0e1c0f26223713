package core

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// cursor goes through JSON once. The text has been found valid, so there is nothing left to refuse.
type cursor struct {
	text []byte
	at   int
}

// peek gives the first byte of the next value or punctuation mark.
func (cursor *cursor) peek() byte {
	for strings.IndexByte(" \t\r\n", cursor.text[cursor.at]) >= 0 {
		cursor.at++
	}
	return cursor.text[cursor.at]
}

// take moves past the next punctuation mark and gives it.
func (cursor *cursor) take() byte {
	mark := cursor.peek()
	cursor.at++
	return mark
}

// raw moves past the next value and gives its text.
func (cursor *cursor) raw() []byte {
	first := cursor.peek()
	start := cursor.at
	switch first {
	case '"':
		cursor.passString()
	case '{', '[':
		cursor.passNested()
	default:
		for cursor.at < len(cursor.text) && strings.IndexByte(",]} \t\r\n", cursor.text[cursor.at]) < 0 {
			cursor.at++
		}
	}
	return cursor.text[start:cursor.at]
}

func (cursor *cursor) passString() {
	for cursor.at++; cursor.text[cursor.at] != '"'; cursor.at++ {
		if cursor.text[cursor.at] == '\\' {
			cursor.at++
		}
	}
	cursor.at++
}

func (cursor *cursor) passNested() {
	for depth := 0; ; {
		switch cursor.text[cursor.at] {
		case '"':
			cursor.passString()
			continue
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		cursor.at++
		if depth == 0 {
			return
		}
	}
}

// members calls each for the members of the object that is next; each moves past the value.
func (cursor *cursor) members(each func(name string)) {
	cursor.take()
	if cursor.peek() == '}' {
		cursor.take()
		return
	}
	for {
		name := unquote(cursor.raw())
		cursor.take()
		each(name)
		if cursor.take() == '}' {
			return
		}
	}
}

// items calls each for the items of the list that is next; each moves past the item.
func (cursor *cursor) items(each func(index int)) {
	cursor.take()
	if cursor.peek() == ']' {
		cursor.take()
		return
	}
	for index := 0; ; index++ {
		each(index)
		if cursor.take() == ']' {
			return
		}
	}
}

// unquote reads a string. Most have no escapes and are their own text.
func unquote(raw []byte) string {
	inner := raw[1 : len(raw)-1]
	if utf8.Valid(inner) && strings.IndexByte(string(inner), '\\') < 0 {
		return string(inner)
	}
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		panic("a string of valid JSON is valid: " + err.Error())
	}
	return text
}
