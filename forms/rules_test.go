package forms

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRulesOfOneRecord(t *testing.T) {
	long := strings.Repeat("é", Longest)
	for _, c := range []struct {
		when  string
		cells sheetOfCells
		want  []string // without "records[0]."
	}{
		{"all is well", nil, nil},
		{"a row is empty", sheetOfCells{"costs": ""}, []string{"costs required error"}},
		{"a follow-up answer is white space", sheetOfCells{"lessons": " \n\u00a0"}, []string{"lessons required error"}},
		{"a follow-up answer has no width", sheetOfCells{"lessons": "\ufeff\u200b \u00ad"}, []string{"lessons required error"}},
		{"a text says that it does not apply", sheetOfCells{"costs": "N/A", "links": "/", "success": "n.a.", "period": "/."}, nil},
		{"a text is as long as can be", sheetOfCells{"partners": long}, nil},
		{"a text is longer", sheetOfCells{"partners": long + "é"}, []string{"partners too-long error"}},
		{"a note is too long", sheetOfCells{"note": long + "."}, []string{"note too-long error"}},
		{"somebody can be written to", sheetOfCells{"partners": "Write to office@ngo.example.org"}, []string{"partners personal-data note"}},
		{"a verdict stands alone", sheetOfCells{"success": "Yes", "evaluation": "Yes.", "reception": "yes"}, []string{
			"success follow-up.why error", "evaluation follow-up.methods error", "reception follow-up.description error"}},
		{"a no stands alone", sheetOfCells{"success": "No.", "evaluation": "No.", "reception": "No"}, []string{"success follow-up.why error"}},
		{"verdicts are left open", sheetOfCells{"success": "Too early to say", "evaluation": "It is not known", "reception": "No information"}, nil},
		{"no verdict can be read", sheetOfCells{"success": "Rabat, Fez"}, []string{"success follow-up.verdict warning"}},
		{"a link would run", sheetOfCells{"links": "javascript:alert(1)"}, []string{"links link.unsafe warning"}},
		{"a link would run, in another answer", sheetOfCells{"partners": "see file:///etc/hosts"}, []string{"partners link.unsafe warning"}},
		{"a colon is only a colon", sheetOfCells{"partners": "Data: 15 towns, at 10:30, data:\n a:b"}, nil},
		{"there is no link", sheetOfCells{"links": "Radio spots in three towns"}, []string{"links link.none warning"}},
		{"no link, in Polish", sheetOfCells{"links": "Brak"}, []string{"links link.none note"}},
		{"a page is named", sheetOfCells{"links": "The Facebook page of the embassy"}, []string{"links link.none note"}},
		{"there is no currency", sheetOfCells{"costs": "40 000"}, []string{"costs money.currency warning"}},
		{"a currency of several states", sheetOfCells{"costs": "40 000 francs CFA"}, []string{"costs money.currency warning"}},
		{"two currencies", sheetOfCells{"costs": "500 000 NOK (55 000 EUR)"}, nil},
		{"one separator, by a currency", sheetOfCells{"costs": "49.780 EUR"}, []string{"costs money.ambiguous note"}},
		{"one separator, and no currency", sheetOfCells{"costs": "Estimated 12.345"}, []string{
			"costs money.currency warning", "costs money.ambiguous warning"}},
		{"parts add up", sheetOfCells{"costs": "Total: 60 000,00 EUR\nI: 35 000,00 EUR\nII: 25 000,00 EUR"}, nil},
		{"parts do not", sheetOfCells{"costs": "Total: 70 000,00 EUR\nI: 35 000,00 EUR\nII: 25 000,00 EUR"}, []string{"costs money.parts warning"}},
		{"one part is a share", sheetOfCells{"costs": "70 000 EUR, of which 35 000 EUR from AMIF"}, nil},
		{"a period lasts a day", sheetOfCells{"period": "23.05.2016 – 23.05.2016"}, nil},
		{"a period ends before it starts", sheetOfCells{"period": "23.05.2016 – 22.05.2015"}, []string{"period period.reversed error"}},
		{"it seems to", sheetOfCells{"period": "May 2016 – June 2015"}, []string{"period period.reversed warning"}},
		{"there is no date", sheetOfCells{"period": "To be decided with the embassy"}, []string{"period period.unread warning"}},
		{"length and dates differ by one month", sheetOfCells{"period": "May 2015 – October 2015 (5 months)"}, nil},
		{"they differ by more", sheetOfCells{"period": "June 2013 – December 2014 (12 months)"}, []string{"period period.length warning"}},
		{"dates are known by year", sheetOfCells{"period": "2013 – 2014 (6 months)"}, nil},
		{"what has not started says little", sheetOfCells{
			"note": "The campaign has not started yet.", "period": "Date not fixed, six months",
			"success": "Yes", "evaluation": "Later this year", "reception": "No", "effectiveness": "Not known"}, []string{"success note.contradicted warning"}},
		{"the note says not started, an answer that it has", sheetOfCells{
			"note": "This campaign hasn’t started yet.", "period": "2017", "success": "N/A", "evaluation": "N/A", "reception": "N/A",
			"effectiveness": "The campaign started on 26 September and was suspended."}, []string{"effectiveness note.contradicted warning"}},
		{"the note says not started, and the answers speak of plans", sheetOfCells{
			"note": "This campaign hasn’t started yet.", "period": "2017", "success": "We hope that it will be", "reception": "N/A",
			"evaluation":    "Yes, an external evaluation is planned",
			"effectiveness": "It will be measured once it has started in spring."}, nil},
		{"plans, and the period is to come", sheetOfCells{
			"period": "March 2017 – May 2017", "success": "Too early to say", "evaluation": "Yes, a survey is planned", "reception": "Not yet known"}, nil},
		{"results, and the period is to come", sheetOfCells{"period": "March 2017 – May 2017"}, []string{"period status.mismatch warning"}},
		{"results, and the period began this month", sheetOfCells{"period": "January 2017 – May 2017"}, nil},
		{"planned, and the period is over", sheetOfCells{"status": "planned"}, []string{"period status.mismatch warning"}},
		{"planned, and the period ends this year", sheetOfCells{"status": "planned", "period": "2017"}, nil},
	} {
		t.Run(c.when, func(t *testing.T) {
			var want []string
			for _, problem := range c.want {
				want = append(want, "records[0]."+problem)
			}
			report := compiled(t, "norway-2016").Check(norwegian(c.cells.record(1)), Asked{NCP: "BE", On: january})
			if diff := cmp.Diff(want, told(report.Problems)); diff != "" {
				t.Errorf("expected and told:\n%s", diff)
			}
		})
	}
}

func TestRulesOfSeveralRecords(t *testing.T) {
	twin := sheetOfCells{"title": "KNOW, before you go!", "lessons": "Other lessons"}
	other := sheetOfCells{"title": "Another one", "lessons": "Begin later."}
	same := "These words are long enough to have been copied."
	for _, c := range []struct {
		when    string
		records []sheetOfCells
		want    []string
	}{
		{"two differ", []sheetOfCells{nil, other}, nil},
		{"title, period and costs are alike", []sheetOfCells{nil, twin}, []string{"records[1].costs record.twice warning"}},
		{"three are alike", []sheetOfCells{nil, twin, twin}, []string{"records[1].costs record.twice warning", "records[2].costs record.twice warning"}},
		{"alike, but in another year", []sheetOfCells{nil, {"period": "May 2016 – October 2016 (6 months)", "lessons": "Other lessons"}}, nil},
		{"alike, but the costs are not told", []sheetOfCells{{"costs": "N/A"}, {"costs": "N/A"}}, nil},
		{"an answer is copied", []sheetOfCells{{"lessons": same}, {"title": "Another one", "lessons": same}}, []string{"records[1].lessons record.copied note"}},
		{"one of 39 characters is", []sheetOfCells{{"lessons": same[:leastCopied-1]}, {"title": "Another one", "lessons": same[:leastCopied-1]}}, nil},
		{"one of 40 characters is", []sheetOfCells{{"lessons": same[:leastCopied]}, {"title": "Another one", "lessons": same[:leastCopied]}}, []string{
			"records[1].lessons record.copied note"}},
		{"an answer is copied into another row", []sheetOfCells{{"lessons": same}, {"title": "Another one", "channels": same}}, nil},
	} {
		t.Run(c.when, func(t *testing.T) {
			var records []Record
			for i, changes := range c.records {
				records = append(records, changes.record(i+1))
			}
			report := compiled(t, "norway-2016").Check(norwegian(records...), Asked{NCP: "BE", On: january})
			if diff := cmp.Diff(c.want, told(report.Problems)); diff != "" {
				t.Errorf("expected and told:\n%s", diff)
			}
		})
	}
}

func TestQuestionsForNamedNCPs(t *testing.T) {
	f := compiled(t, "norway-2016")
	for _, c := range []struct {
		ncp, contact string
		want         []string
	}{
		{"BE", "", nil},
		{"", "nobody asked", nil},
		{"AT", "", []string{"contact follow-up.contact error"}},
		{"DK", "the ministry", []string{"contact follow-up.contact error"}},
		{"AT", "office@ministry.example.org", nil},
	} {
		content := Content{Questionnaire: "norway-2016", Answers: map[string]Answer{"contact": {Text: c.contact}}}
		if diff := cmp.Diff(c.want, told(f.Check(content, Asked{NCP: c.ncp}).Problems)); diff != "" {
			t.Errorf("%q answers %q, expected and told:\n%s", c.ncp, c.contact, diff)
		}
	}
}

func TestWithoutADayRulesAboutNowAreSilent(t *testing.T) {
	record := sheetOfCells{"period": "March 2097 – May 2097"}.record(1)
	if problems := compiled(t, "norway-2016").Check(norwegian(record), Asked{NCP: "BE"}).Problems; len(problems) > 0 {
		t.Errorf("told %v", told(problems))
	}
}

func TestEveryRuleHasWords(t *testing.T) {
	for _, r := range cellRules {
		if len(messages[r.rule]) == 0 {
			t.Errorf("%s has no words", r.rule)
		}
	}
	for _, r := range sheetRules {
		if len(messages[r.rule]) == 0 {
			t.Errorf("%s has no words", r.rule)
		}
	}
	if all := len(cellRules) + len(sheetRules); all != 20 || len(messages) != all {
		t.Errorf("%d rules and %d with words, DESIGN has 20", all, len(messages))
	}
}

func TestWhatSaysThatItHasBegun(t *testing.T) {
	for text, want := range map[string]bool{
		"The campaign started on 26 September.":                               true,
		"It was launched in May. Results are not there yet":                   true,
		"La campagne a débuté au printemps":                                   true,
		"It has not started.":                                                 false,
		"Once it has started, results will be measured":                       false,
		"Will be evaluated after the campaign":                                false,
		"A formal evaluation is foreseen. A first measurement has been made.": false,
		"": false,
	} {
		if got := saysBegun(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestWhatIsRequired(t *testing.T) {
	for _, c := range []struct {
		q    Question
		want bool
	}{
		{Question{Kind: TextKind, Rules: "answered"}, true},
		{Question{Kind: VerdictKind, Rules: "follow-up-why,answered"}, true},
		{Question{Kind: VerdictKind, Rules: "follow-up-why"}, false},
		{Question{Kind: MoneyKind}, false},
	} {
		form, err := Compile(Questionnaire{ID: "q", Title: "Q", Questions: []Question{withLabel(c.q)}})
		if err != nil {
			t.Fatal(err)
		}
		misses := slices.ContainsFunc(form.Check(Content{}, Asked{}).Problems, func(p Problem) bool { return p.Rule == Required })
		if c.q.Required() != c.want || misses != c.want {
			t.Errorf("%s with %q: said to be required %v, missed %v, want %v", c.q.Kind, c.q.Rules, c.q.Required(), misses, c.want)
		}
	}
}

func withLabel(q Question) Question {
	q.ID, q.Label = "one", "One"
	return q
}
