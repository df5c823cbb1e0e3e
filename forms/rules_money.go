package forms

import (
	"strings"

	"github.com/shopspring/decimal"
)

func moneyCurrency(c *cell) finding {
	m := c.reading.Money
	if m == nil || m.Currency != "" || c.silent() {
		return finding{}
	}
	for _, a := range m.Amounts {
		if a.Currency == "" {
			return found(Warning, a.Printed)
		}
	}
	return finding{}
}

// moneyAmbiguous says as what the most doubtful amount was read.
func moneyAmbiguous(c *cell) finding {
	if c.reading.Money == nil || c.silent() || c.corrected().Total != nil {
		return finding{}
	}
	var worst Amount
	for _, a := range c.reading.Amounts {
		if a.Doubt > worst.Doubt {
			worst = a
		}
	}
	severity := map[Doubt]Severity{Mild: Note, Ambiguous: Warning}[worst.Doubt]
	return found(severity, worst.Printed, spaced(worst.Amount))
}

// moneyParts adds up the parts where all are in the currency of the total. One
// part by itself is a share of it ("of which 20 000 EUR by Austria").
func moneyParts(c *cell) finding {
	if c.reading.Money == nil || c.silent() {
		return finding{}
	}
	total, sum, parts := Amount{}, decimal.Decimal{}, 0
	for _, a := range c.reading.Amounts {
		if a.Total {
			total = a
			continue
		}
		sum, parts = sum.Add(a.Amount.Decimal), parts+1
	}
	stated := total.Amount
	if said := c.corrected().Total; said != nil {
		stated, total.Total = *said, true
	}
	if !total.Total || parts < 2 || !sameCurrency(c.reading.Amounts) || sum.Equal(stated.Decimal) {
		return finding{}
	}
	return found(Warning, spaced(Decimal{sum}), spaced(stated))
}

func sameCurrency(amounts []Amount) bool {
	for _, a := range amounts {
		if a.Currency != amounts[0].Currency {
			return false
		}
	}
	return true
}

// spaced writes an amount as people read it: "49 780.00".
func spaced(d Decimal) string {
	whole, cents, _ := strings.Cut(d.StringFixed(max(2, -d.Exponent())), ".")
	for at := len(whole) - 3; at > 0 && whole[at-1] != '-'; at -= 3 {
		whole = whole[:at] + "\u00a0" + whole[at:]
	}
	return whole + "." + cents
}
