package forms

import (
	"errors"
	"regexp"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// decimalSyntax keeps out what would take a book to print: "1e9999".
var decimalSyntax = regexp.MustCompile(`^-?[0-9]{1,30}(\.[0-9]{1,10})?$`)

// Grouped is the number as people read it, in groups of three digits that no
// line end parts; cents only where there are any: "1 616 387.45", "49 780".
func (d Decimal) Grouped() string {
	whole, cents, _ := strings.Cut(d.Abs().StringFixed(2), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "\u00a0" + whole[i:]
	}
	if cents != "00" {
		whole += "." + cents
	}
	if d.IsNegative() {
		return "-" + whole
	}
	return whole
}

// MarshalJSON writes it in quotes, as MarshalText does: without it the number's
// own way would win, which drops the decimals.
func (d Decimal) MarshalJSON() ([]byte, error) {
	text, err := d.MarshalText()
	if err != nil {
		return nil, err
	}
	return jsontext.AppendQuote(nil, text)
}

// UnmarshalJSON reads a plain number in quotes, and nothing else.
func (d *Decimal) UnmarshalJSON(raw []byte) error {
	text, err := jsontext.AppendUnquote(nil, raw)
	if err != nil || !decimalSyntax.Match(text) {
		return errors.New("write a plain number in quotes, like \"49780.00\"")
	}
	return d.UnmarshalText(text)
}
