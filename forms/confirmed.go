package forms

import (
	"crypto/sha256"
	"encoding/hex"
)

// Fingerprint names a text, so that what was confirmed of it holds for it alone:
// SHA-256, in hex.
func Fingerprint(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Standing is what was confirmed of the text as it is now, or nil: of another
// text it is asked for again.
func (a Answer) Standing() *Confirmed {
	if a.Confirmed == nil || a.Confirmed.Of != Fingerprint(a.Text) {
		return nil
	}
	return a.Confirmed
}

// correct puts what a person said in the place of what was read, as far as it
// belongs to the kind of answer.
func (r *Reading) correct(c Correction) {
	put(&r.Reason, c.Reason)
	if r.Money != nil {
		r.Money.correct(c)
	}
	if r.Period != nil {
		r.Period.correct(c)
	}
	if r.Verdict != nil {
		put(&r.Verdict.Verdict, c.Verdict)
	}
	if r.Links != nil {
		put(&r.Links.Links, c.Links)
	}
	if r.Languages != nil && c.Languages != nil {
		r.Languages = &Languages{Languages: *c.Languages, Tags: tags(*c.Languages)}
	}
	if r.Channels != nil {
		put(&r.Channels.Channels, c.Channels)
	}
	if r.Countries != nil {
		put(&r.Countries.Countries, c.Countries)
	}
	if r.Emails != nil {
		put(&r.Emails.Emails, c.Emails)
	}
	if r.Choice != nil {
		put(&r.Choice.Choice, c.Choice)
	}
	if r.Number != nil && c.Number != nil {
		r.Number.Number = c.Number
	}
	if r.Date != nil && c.Date != nil {
		r.Date.Date = c.Date
	}
}

func (m *Money) correct(c Correction) {
	put(&m.Currency, c.Currency)
	if c.Total != nil {
		m.Total = c.Total
	}
}

// correct takes a person's dates as they are: when they say that it ends before
// it starts, nobody doubts any more that this is what the text says.
func (p *Period) correct(c Correction) {
	if c.Months != nil {
		p.Months = c.Months
	}
	if c.Start == nil && c.End == nil {
		return
	}
	if c.Start != nil {
		p.Start = c.Start
	}
	if c.End != nil {
		p.End = c.End
	}
	p.Backward, p.Reversed, p.Span = false, false, 0
	if p.Start != nil && p.End != nil {
		p.Reversed = earlier(*p.End, *p.Start)
		p.Span = monthsFrom(*p.Start, *p.End)
	}
}

func put[T any](read *T, said *T) {
	if said != nil {
		*read = *said
	}
}

// tags are the BCP 47 tags of languages, "" where a name is unknown.
func tags(names []string) []string {
	known := make([]string, len(names))
	for i, name := range names {
		language, _ := languagePhrases().at(words(name))
		known[i] = language.tag
	}
	return known
}
