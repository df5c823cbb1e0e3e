package models

import (
	"context"
	"fmt"
	"reflect"
	"time"

	"github.com/go-json-experiment/json"
	"gorm.io/gorm/schema"
)

// How values lie in columns that SQL has no type for. Fields name one of them:
// `gorm:"serializer:json"`, `gorm:"serializer:utc"`.

// nameColumns makes gorm use ours. It keeps one list for the whole program, so
// doing it again changes nothing.
func nameColumns() {
	schema.RegisterSerializer("json", jsonColumn{})
	schema.RegisterSerializer("utc", utcColumn{})
}

// utc is an instant as both databases can keep it: PostgreSQL drops the zone and
// everything below a microsecond, SQLite compares instants as text.
func utc(t time.Time) time.Time {
	return t.UTC().Truncate(time.Microsecond)
}

// utcOrNone is an instant for a column, or none.
func utcOrNone(t *time.Time) any {
	if t == nil {
		return nil
	}
	return utc(*t)
}

// jsonColumn keeps a value as JSON text, and none as the empty text. It is
// stricter than gorm's own: what is not wholly understood is not read.
type jsonColumn struct{}

// Value is the JSON of a field.
func (jsonColumn) Value(_ context.Context, _ *schema.Field, _ reflect.Value, value any) (any, error) {
	if v := reflect.ValueOf(value); v.Kind() == reflect.Pointer && v.IsNil() {
		return "", nil
	}
	text, err := json.Marshal(value, json.Deterministic(true))
	return string(text), err
}

// Scan reads the JSON into a field.
func (jsonColumn) Scan(ctx context.Context, field *schema.Field, row reflect.Value, stored any) error {
	value := reflect.New(field.FieldType)
	text, err := storedText(stored)
	if err == nil && text != "" {
		err = json.Unmarshal([]byte(text), value.Interface(), json.RejectUnknownMembers(true))
	}
	if err != nil {
		return fmt.Errorf("column %s: %w", field.DBName, err)
	}
	field.ReflectValueOf(ctx, row).Set(value.Elem())
	return nil
}

func storedText(stored any) (string, error) {
	switch v := stored.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case []byte:
		return string(v), nil
	default:
		return "", fmt.Errorf("is a %T, not a text", stored)
	}
}

// utcColumn keeps an instant in UTC, whatever zone it comes in or the driver
// hands back.
type utcColumn struct{}

// Value is the instant of a field.
func (utcColumn) Value(_ context.Context, field *schema.Field, _ reflect.Value, value any) (any, error) {
	switch t := value.(type) {
	case time.Time:
		return utc(t), nil
	case *time.Time:
		if t == nil {
			return nil, nil
		}
		return utc(*t), nil
	default:
		return nil, fmt.Errorf("column %s: %T is not an instant", field.DBName, value)
	}
}

// Scan reads an instant into a field.
func (utcColumn) Scan(ctx context.Context, field *schema.Field, row reflect.Value, stored any) error {
	if stored == nil {
		field.ReflectValueOf(ctx, row).SetZero()
		return nil
	}
	t, err := storedInstant(stored)
	if err != nil {
		return fmt.Errorf("column %s: %w", field.DBName, err)
	}
	return field.Set(ctx, row, t)
}

// storedInstant also reads text: SQLite forgets that the latest of several
// instants is one.
func storedInstant(stored any) (time.Time, error) {
	switch v := stored.(type) {
	case time.Time:
		return utc(v), nil
	case string:
		t, err := time.Parse("2006-01-02 15:04:05.999999999Z07:00", v)
		return utc(t), err
	default:
		return time.Time{}, fmt.Errorf("%T is not an instant", stored)
	}
}
