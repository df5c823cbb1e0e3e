package forms

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

// confirmedOf is an answer with what a person said of its text.
func confirmedOf(text string, reading *Correction, warnings map[Rule]string) Answer {
	return Answer{Text: text, Confirmed: &Confirmed{Of: Fingerprint(text), Reading: reading, Warnings: warnings}}
}

func TestWhatAPersonSaidWins(t *testing.T) {
	total := &Decimal{decimal.RequireFromString("12345")}
	for _, c := range []struct {
		when, cell string
		answer     Answer
		want       []string // without "records[0]."
	}{
		{"a warning is confirmed", "links", confirmedOf("Radio", nil, map[Rule]string{LinkNone: "there is none"}), nil},
		{"a blank is no word", "links", confirmedOf("Radio", nil, map[Rule]string{LinkNone: " "}), []string{"links link.none warning"}},
		{"another warning is confirmed", "links", confirmedOf("Radio", nil, map[Rule]string{LinkUnsafe: "yes"}), []string{"links link.none warning"}},
		{"a note is confirmed", "costs", confirmedOf("49.780 EUR", nil, map[Rule]string{MoneyAmbiguous: "yes"}), nil},
		{"the text has changed since", "links", Answer{Text: "Radio, TV", Confirmed: &Confirmed{Of: Fingerprint("Radio"),
			Warnings: map[Rule]string{LinkNone: "there is none"}}}, []string{"links link.none warning"}},
		{"an error is not confirmed away", "partners", confirmedOf("", nil, map[Rule]string{Required: "nobody"}), []string{"partners required error"}},
		{"a currency is given", "costs", confirmedOf("Estimated 12 345", &Correction{Currency: new("EUR")}, nil), nil},
		{"a total is given", "costs", confirmedOf("12.345", &Correction{Total: total, Currency: new("EUR")}, nil), nil},
		{"a verdict is given to nothing", "success", confirmedOf("", &Correction{Verdict: new(Yes)}, nil), []string{"success follow-up.why error"}},
		{"a verdict of no consequence", "success", confirmedOf("", &Correction{Verdict: new(Unknown)}, nil), nil},
		{"a verdict is turned round", "reception", confirmedOf("Yes", &Correction{Verdict: new(No)}, nil), nil},
		{"a verdict is given to a riddle", "success", confirmedOf("Rabat, Fez, Nador", &Correction{Verdict: new(Unknown)}, nil), nil},
		{"dates are given", "period", confirmedOf("To be decided", &Correction{Start: new("2016-05")}, nil), nil},
		{"dates are given the wrong way round", "period", confirmedOf("May 2016 – June 2015",
			&Correction{Start: new("2016-05"), End: new("2015-06")}, nil), []string{"period period.reversed error"}},
		{"dates are put right", "period", confirmedOf("May 2016 – June 2015 (2 months)",
			&Correction{Start: new("2015-05"), End: new("2015-06")}, nil), nil},
		{"dates are given that differ from the length", "period", confirmedOf("May to June (2 months)",
			&Correction{Start: new("2015-05"), End: new("2015-10")}, nil), []string{"period period.length warning"}},
		{"a length is given", "period", confirmedOf("June 2013 – December 2014 (12 months)", &Correction{Months: new(19)}, nil), nil},
	} {
		t.Run(c.when, func(t *testing.T) {
			record := sheetOfCells{}.record(1)
			record.Cells[c.cell] = c.answer
			var want []string
			for _, problem := range c.want {
				want = append(want, "records[0]."+problem)
			}
			report := compiled(t, "norway-2016").Check(norwegian(record), Asked{NCP: "BE", On: january})
			if diff := cmp.Diff(want, told(report.Problems)); diff != "" {
				t.Errorf("expected and told:\n%s", diff)
			}
		})
	}
}

func TestConfirmingATwinNamesTheRecordThatCounts(t *testing.T) {
	for word, warned := range map[string]bool{"r1": false, "r2": false, "yes": true, "r3": true, "": true} {
		first, second := sheetOfCells{}.record(1), sheetOfCells{}.record(2)
		second.Cells["costs"] = confirmedOf(second.Cells["costs"].Text, nil, map[Rule]string{RecordTwice: word})
		report := compiled(t, "norway-2016").Check(norwegian(first, second), Asked{NCP: "BE"})
		if got := len(report.Problems) > 0; got != warned {
			t.Errorf("%q: told %v", word, told(report.Problems))
		}
	}
}

func TestStartedCanBeConfirmed(t *testing.T) {
	record := sheetOfCells{"note": "The campaign has not started yet."}.record(1)
	record.Note = confirmedOf(record.Note.Text, &Correction{Started: new(true)}, nil)
	report := compiled(t, "norway-2016").Check(norwegian(record), Asked{NCP: "BE"})
	started, success := report.Readings["records[0].status"].Started, report.Readings["records[0].success"].Verdict
	if !started.Started || success.Verdict != Yes || len(report.Problems) > 0 {
		t.Errorf("started %v, success %q, told %v", started.Started, success.Verdict, told(report.Problems))
	}
}

func TestEveryCorrectionIsTaken(t *testing.T) {
	five := &Decimal{decimal.RequireFromString("5")}
	reading := Reading{
		Money: &Money{}, Period: &Period{}, Links: &Links{}, Verdict: &Verdict{}, Languages: &Languages{}, Countries: &Countries{},
		Channels: &Channels{}, Emails: &Emails{}, Choice: &Choice{}, Number: &Number{}, Date: &Date{},
	}
	reading.correct(Correction{
		Total: five, Currency: new("EUR"), Start: new("2015"), End: new("2016"), Months: new(5), Verdict: new(No), Reason: new(NotYet),
		Links: &[]string{"a.example"}, Languages: &[]string{"French", "Klingonish"}, Countries: &[]string{"BE"}, Emails: &[]string{"a@b.example"}, Channels: &[]Channel{"radio"},
		Choice: new("some"), Number: five, Date: new("2016-05-23"),
	})
	want := Reading{
		Reason: NotYet, Money: &Money{Total: five, Currency: "EUR"}, Period: &Period{Start: new("2015"), End: new("2016"), Months: new(5)},
		Links: &Links{Links: []string{"a.example"}}, Verdict: &Verdict{Verdict: No},
		Languages: &Languages{Languages: []string{"French", "Klingonish"}, Tags: []string{"fr", ""}}, Countries: &Countries{[]string{"BE"}},
		Channels: &Channels{[]Channel{"radio"}}, Emails: &Emails{[]string{"a@b.example"}}, Choice: &Choice{"some"}, Number: &Number{five}, Date: &Date{new("2016-05-23")},
	}
	if diff := cmp.Diff(want, reading); diff != "" {
		t.Errorf("expected and read:\n%s", diff)
	}
}
