package document

import (
	"strconv"
	"strings"
	"time"
)

// An xlsxLook is a way that a cell can look; the numbers are those of
// xlsx/styles_xlsx.xml.
type xlsxLook struct {
	Format, Font, Fill int
	Wrap, Left         bool
	Quoted             bool // stays a text when somebody edits it
}

// The looks, by their place in xlsxLooks. One that wraps stands behind one that
// does not.
const (
	plainLook = iota
	headLook
	textLook
	textWrapLook
	quotedLook
	quotedWrapLook
	linkLook
	linkWrapLook
	numberLook
	amountLook
	dayLook
)

var xlsxLooks = []xlsxLook{
	plainLook:      {},
	headLook:       {Font: 1, Fill: 2, Wrap: true},
	textLook:       {},
	textWrapLook:   {Wrap: true},
	quotedLook:     {Quoted: true},
	quotedWrapLook: {Quoted: true, Wrap: true},
	linkLook:       {Font: 2},
	linkWrapLook:   {Font: 2, Wrap: true},
	numberLook:     {},
	amountLook:     {Format: 4},
	dayLook:        {Format: 164, Left: true},
}

// lookOf a text.
func lookOf(v Value, wrap bool) int {
	look := textLook
	switch {
	case formula(v.text):
		look = quotedLook
	case v.link != "":
		look = linkLook
	}
	if wrap {
		look++
	}
	return look
}

// numberOf is a value as Excel counts: a decimal that it can hold to the digit,
// or the number of a day. Anything else is a text.
func numberOf(v Value) (number string, look int, ok bool) {
	switch v.use {
	case counting:
		if !isDecimal(v.text) || digits(v.text) > 15 {
			return "", 0, false
		}
		if _, decimals, _ := strings.Cut(v.text, "."); len(decimals) == 2 {
			return v.text, amountLook, true
		}
		return v.text, numberLook, true
	case dating:
		day, err := time.Parse(time.DateOnly, v.text)
		if err != nil || day.Before(firstDay) {
			return "", 0, false
		}
		return strconv.Itoa(int(day.Sub(dayZero).Hours()) / 24), dayLook, true
	default:
		return "", 0, false
	}
}

// Excel counts days from dayZero; before firstDay it believes in a 29 February
// 1900, and counts wrongly.
var (
	dayZero  = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	firstDay = time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC)
)

// isDecimal says whether a text is a plain decimal: "-49780.00".
func isDecimal(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, decimals, point := strings.Cut(s, ".")
	return whole != "" && (!point || decimals != "") && strings.Trim(whole+decimals, "0123456789") == ""
}

// digits of a decimal that count.
func digits(s string) int {
	return len(strings.TrimLeft(strings.ReplaceAll(strings.TrimPrefix(s, "-"), ".", ""), "0"))
}
