package core

// Optional is a field of an input that need not be there. Its zero value is absent and is not sent; Some gives it a
// value, Null sends null, which empties the field.
type Optional[T any] struct {
	value  *T
	isNull bool
}

// Some is an Optional that is sent.
func Some[T any](value T) Optional[T] {
	return Optional[T]{value: &value}
}

// Null is an Optional that is sent as null.
func Null[T any]() Optional[T] {
	return Optional[T]{isNull: true}
}

// Get gives the value, and whether there is one.
func (optional Optional[T]) Get() (T, bool) {
	if optional.value == nil {
		var none T
		return none, false
	}
	return *optional.value, true
}

// IsNull reports whether null is sent.
func (optional Optional[T]) IsNull() bool {
	return optional.isNull
}

// IsAbsent reports whether nothing is sent.
func (optional Optional[T]) IsAbsent() bool {
	return optional.value == nil && !optional.isNull
}

// MarshalJSON writes the value, or null.
func (optional Optional[T]) MarshalJSON() ([]byte, error) {
	if optional.value == nil {
		return []byte("null"), nil
	}
	return Marshal(*optional.value)
}

// sent gives the value as the encoder needs it: nil for null.
func (optional Optional[T]) sent() (value any, isSent bool) {
	if optional.value == nil {
		return nil, optional.isNull
	}
	return *optional.value, true
}

// sendable is an Optional of any type.
type sendable interface {
	sent() (value any, isSent bool)
}
