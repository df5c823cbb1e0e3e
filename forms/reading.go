package forms

import (
	"strings"

	"github.com/shopspring/decimal"
)

// A Reading is what was understood of one answer: beside the text, never instead
// of it. Only the part that belongs to the question's kind is set.
type Reading struct {
	Reason     Reason `json:"reason,omitempty"` // why there is no answer, given or read
	*Money     `json:",inline"`
	*Period    `json:",inline"`
	*Links     `json:",inline"`
	*Verdict   `json:",inline"`
	*Languages `json:",inline"`
	*Channels  `json:",inline"`
	*Countries `json:",inline"`
	*Emails    `json:",inline"`
	*Started   `json:",inline"`
	*Choice    `json:",inline"`
	*Number    `json:",inline"`
	*Date      `json:",inline"`
}

// Money is amounts as written. Total is the stated total, else the sum of the
// parts in one currency, else nil; the ends of a range ("10 000 – 15 000 EUR")
// are two estimated amounts without a total. Nothing is converted, no currency
// assumed.
type Money struct {
	Amounts  []Amount `json:"amounts"`
	Total    *Decimal `json:"total"`
	Currency string   `json:"currency"` // ISO 4217; empty: none printed, or several
}

// An Amount is one sum of money in a text.
type Amount struct {
	Amount    Decimal `json:"amount"`
	Currency  string  `json:"currency"` // ISO 4217; empty: none printed
	Label     string  `json:"label"`    // what it was for: "2009", "I"
	Payer     string  `json:"payer"`    // who paid it
	Estimated bool    `json:"estimated"`
	Total     bool    `json:"total"`
	Doubt     Doubt   `json:"-"` // how sure the separators are
	Printed   string  `json:"-"` // as it stands in the text: "49.780 EUR"
}

// A Doubt says how far a number's separators can be trusted.
type Doubt int

// The doubts, least first.
const (
	Sure      Doubt = iota // "40 000,00"
	Mild                   // "49.780 EUR": one separator and three digits, beside a currency
	Ambiguous              // "12.345" without a currency, "1,234.567"
)

// A Period runs from the earliest start to the latest end. Months is the length
// as stated: a run and its extension are added, separate runs give none.
type Period struct {
	Start    *string `json:"start"` // "2009", "2009-10" or "2009-10-01"; nil: none found
	End      *string `json:"end"`
	Months   *int    `json:"months"`
	Reversed bool    `json:"-"` // one range with two full dates ends before it starts
	Backward bool    `json:"-"` // any other range does
	Span     int     `json:"-"` // months from start to end, where both are known by month; else 0
}

// Links are addresses in the order of the text, with or without scheme, and handles.
type Links struct {
	Links  []string `json:"links"`
	Unsafe []string `json:"-"` // javascript:, data:, file: and their like; never linked
	Named  bool     `json:"-"` // names a page, or says that there is none
}

// A Verdict is how a yes-or-no question was answered.
type Verdict struct {
	Verdict YesNo `json:"verdict"`
	Why     bool  `json:"-"` // something more is said than yes or no
	Ahead   bool  `json:"-"` // part of it is still to come: "Yes, a survey is planned"
}

// YesNo is one of the four ways to answer a yes-or-no question.
type YesNo string

// The verdicts.
const (
	Yes     YesNo = "yes"
	No      YesNo = "no"
	Unknown YesNo = "unknown"
	Moot    YesNo = "not_applicable"
	Unread  YesNo = "" // no verdict could be read
)

// Languages as printed, with a BCP 47 tag beside each where it is known.
type Languages struct {
	Languages []string `json:"languages"`
	Tags      []string `json:"tags"` // as many; "" where unknown
}

// Channels by which people were reached, in the order of the text.
type Channels struct {
	Channels []Channel `json:"channels"`
}

// Countries are codes, ISO 3166-1 alpha-2 (Kosovo XK), in the order of the text.
type Countries struct {
	Countries []string `json:"countries"`
}

// Emails are addresses.
type Emails struct {
	Emails []string `json:"emails"`
}

// Started says whether the campaign has begun.
type Started struct {
	Started bool `json:"started"`
}

// A Choice is the option that the text names, or "".
type Choice struct {
	Choice string `json:"choice"`
}

// A Number is the one number in the text.
type Number struct {
	Number *Decimal `json:"number"`
}

// A Date is the one date in the text, "2016-12-16" or coarser.
type Date struct {
	Date *string `json:"date"`
}

// A Correction is how a person says a text is to be read: what is set wins over
// what was read.
type Correction struct {
	Total     *Decimal   `json:"total,omitempty"`
	Currency  *string    `json:"currency,omitempty"`
	Start     *string    `json:"start,omitempty"`
	End       *string    `json:"end,omitempty"`
	Months    *int       `json:"months,omitempty"`
	Verdict   *YesNo     `json:"verdict,omitempty"`
	Reason    *Reason    `json:"reason,omitempty"`
	Links     *[]string  `json:"links,omitempty"`
	Languages *[]string  `json:"languages,omitempty"`
	Channels  *[]Channel `json:"channels,omitempty"`
	Countries *[]string  `json:"countries,omitempty"`
	Emails    *[]string  `json:"emails,omitempty"`
	Started   *bool      `json:"started,omitempty"`
	Choice    *string    `json:"choice,omitempty"`
	Number    *Decimal   `json:"number,omitempty"`
	Date      *string    `json:"date,omitempty"`
}

// A Decimal is an exact number, written with at least two decimals ("40000.00").
type Decimal struct{ decimal.Decimal }

// MarshalText writes at least two decimals, and all there are.
func (d Decimal) MarshalText() ([]byte, error) {
	return []byte(d.StringFixed(max(2, -d.Exponent()))), nil
}

// UnmarshalText reads a plain decimal number.
func (d *Decimal) UnmarshalText(text []byte) (err error) {
	d.Decimal, err = decimal.NewFromString(strings.TrimSpace(string(text)))
	return err
}
