package handlers

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"ahq/forms"
)

// An unreadable correction says what is wrong with what was typed.
type unreadable struct{ said phrase }

func (u *unreadable) Error() string { return "a correction that cannot be read: " + u.said.id }

// wrongOf is what an error says of a cell.
func wrongOf(err error) phrase {
	if u, ok := errors.AsType[*unreadable](err); ok {
		return u.said
	}
	return notKept(err)
}

func text[T ~string](value *T) string {
	if value == nil {
		return ""
	}
	return string(*value)
}

func putText[T ~string](into **T, value T) error {
	*into = &value
	return nil
}

// What may be typed of an amount, a currency, a date.
var (
	plainNumber = regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,6})?$`)
	threeLetter = regexp.MustCompile(`^[A-Za-z]{3}$`)
	coarseDate  = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$`)
)

func putCurrency(into **string, value string) error {
	if !threeLetter.MatchString(value) {
		return &unreadable{say("cell.not_currency", "Typed", value)}
	}
	return putText(into, strings.ToUpper(value))
}

func putDate(into **string, value string) error {
	if !coarseDate.MatchString(value) {
		return &unreadable{say("cell.not_date", "Typed", value)}
	}
	return putText(into, value)
}

func decimal(value *forms.Decimal) string {
	if value == nil {
		return ""
	}
	return value.String()
}

func putDecimal(into **forms.Decimal, value string) error {
	var d forms.Decimal
	if !plainNumber.MatchString(value) || d.UnmarshalText([]byte(value)) != nil {
		return &unreadable{say("cell.not_number", "Typed", value)}
	}
	*into = &d
	return nil
}

func whole(value *int) string {
	if value == nil {
		return ""
	}
	return strconv.Itoa(*value)
}

func putWhole(into **int, value string) error {
	n, err := strconv.Atoi(value)
	if err != nil {
		return &unreadable{say("cell.not_whole", "Typed", value)}
	}
	*into = &n
	return nil
}

func list(values *[]string, between string) string {
	if values == nil {
		return ""
	}
	return strings.Join(*values, between)
}

func putList(into **[]string, values []string) error {
	var kept []string
	for _, v := range values {
		if v = strings.TrimFunc(v, func(r rune) bool { return r == ',' || unicode.IsSpace(r) }); v != "" {
			kept = append(kept, v)
		}
	}
	*into = &kept
	return nil
}

// codes are capital letters, however they are separated.
func codes(value string) []string {
	found := strings.FieldsFunc(strings.ToUpper(value), func(r rune) bool { return r < 'A' || r > 'Z' })
	return slices.Compact(found)
}
