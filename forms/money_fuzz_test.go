package forms

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// A convention is a way to write sums of money.
type convention struct {
	group, mark string // between thousands, before the cents
	pattern     string // where the currency stands
	currency    string
}

var conventions = []convention{
	{" ", ",", "# EUR", "EUR"},
	{" ", ".", "# EUR", "EUR"},
	{"\u00a0", ",", "#\u00a0€", "EUR"},
	{"\u202f", ",", "#\u202f€", "EUR"},
	{".", ",", "# Euro", "EUR"},
	{".", ",", "€ #", "EUR"},
	{",", ".", "€#", "EUR"},
	{",", ".", "£#", "GBP"},
	{",", ".", "USD #", "USD"},
	{"", ",", "# euros", "EUR"},
	{"", ".", "EUR #", "EUR"},
	{"'", ".", "CHF #", "CHF"},
	{"’", ".", "Fr. #", "CHF"},
	{".", ",", "kr. #", ""},
	{" ", ",", "# NOK", "NOK"},
	{" ", ",", "# zł", "PLN"},
	{"\u2009", ",", "# Kč", "CZK"},
}

// write prints a number of cents; whole sums may leave them out.
func (c convention) write(cents int64, whole bool) string {
	digits := decimal.New(cents/100, 0).String()
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + c.group + digits[i:]
	}
	if !whole {
		digits += c.mark + decimal.New(cents%100+100, 0).String()[1:]
	}
	return strings.Replace(c.pattern, "#", digits, 1)
}

func TestMoneyReadsBackInEveryConvention(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(conventions).Draw(t, "convention")
		cents := rapid.Int64Range(0, 999_999_999_99).Draw(t, "cents")
		whole := rapid.Bool().Draw(t, "whole")
		if whole {
			cents -= cents % 100
		}
		raw := c.write(cents, whole)
		m := readMoney(raw).Money
		if m.Total == nil || !m.Total.Equal(decimal.New(cents, -2)) || m.Currency != c.currency {
			t.Fatalf("%q is %v %s", raw, m.Total, m.Currency)
		}
	})
}

func TestPartsAddUpInEveryConvention(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(conventions).Draw(t, "convention")
		parts := rapid.SliceOfN(rapid.Int64Range(1, 9_999_999_99), 2, 6).Draw(t, "parts")
		var lines []string
		sum := int64(0)
		for i, cents := range parts {
			lines = append(lines, decimal.New(int64(2009+i), 0).String()+": "+c.write(cents, false))
			sum += cents
		}
		raw := strings.Join(lines, "\n")
		m := readMoney(raw).Money
		if len(m.Amounts) != len(parts) || m.Total == nil || !m.Total.Equal(decimal.New(sum, -2)) {
			t.Fatalf("%q gives %v, totals %v", raw, m.Amounts, m.Total)
		}
	})
}

func FuzzMoney(f *testing.F) {
	for _, c := range conventions {
		f.Add(c.write(1234567, false))
	}
	for _, raw := range []string{
		"(185.000€) \n I: 75.000 € Office \n II: 35.000€ Office + 75.000 Office", "between 10 000 and 20 000 EUR (of which 5 %)",
		"2 x 10k-15k EUR, per year", "Total: a) 1.234.56,7 ,- = + : ( ) €", "1\u0301 000 €", "k€ \u00ad1 000\u200b000",
	} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		m := readMoney(raw).Money
		if m.Amounts == nil {
			t.Error("amounts are nil, not empty")
		}
		from := 0
		for _, a := range m.Amounts {
			at := strings.Index(raw[from:], a.Printed)
			if a.Printed == "" || at < 0 {
				t.Fatalf("%q is not printed behind the others", a.Printed)
			}
			from += at + len(a.Printed)
			if !strings.Contains(raw, a.Label) || !strings.Contains(raw, a.Payer) {
				t.Errorf("label %q or payer %q is not in the text", a.Label, a.Payer)
			}
		}
		if len(m.Amounts) == 0 && (m.Total != nil || m.Currency != "") {
			t.Error("no amounts, but a total or a currency")
		}
	})
}
