package seeds

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"ahq/forms"
)

// today is when the world's clock starts.
var today = time.Date(2017, time.January, 19, 9, 0, 0, 0, time.UTC)

func TestCompleteContentsHaveNoErrors(t *testing.T) {
	contents := []forms.Content{}
	for _, ncp := range respondents {
		if ncp != "FI" { // a draft, not complete
			contents = append(contents, must(Sample(ncp))(t))
		}
	}
	for _, older := range must(Older())(t) {
		contents = append(contents, older.Responses...)
	}
	for _, content := range contents {
		for _, problem := range check(t, content).Problems.Of(forms.Error) {
			t.Errorf("%s: %s: %s", content.NCP, problem.At, problem.Text)
		}
	}
}

func TestFinlandOnlyLacksAnswers(t *testing.T) {
	problems := check(t, must(Sample("FI"))(t)).Problems.Of(forms.Error)
	if len(problems) == 0 {
		t.Error("the draft is complete")
	}
	for _, problem := range problems {
		if problem.Rule != forms.Required {
			t.Errorf("%s: %s", problem.At, problem.Text)
		}
	}
}

func TestBelgiumHasFewWarnings(t *testing.T) {
	warnings := check(t, must(Belgium())(t)).Problems.Of(forms.Warning)
	if len(warnings) > 12 {
		t.Errorf("%d warnings, want a dozen at most: %v", len(warnings), warnings)
	}
}

func TestBelgiumCostsWhatItDid(t *testing.T) {
	belgium := must(Belgium())(t)
	readings := check(t, belgium).Readings
	sum := decimal.Zero
	for i, record := range belgium.Records {
		money := readings[cell(i, "costs")].Money
		if money == nil || money.Total == nil {
			t.Fatalf("%s: no costs were read in %q", record.ID, record.Cells["costs"].Text)
		}
		sum = sum.Add(money.Total.Decimal)
	}
	if want := decimal.RequireFromString("1616387.45"); !sum.Equal(want) {
		t.Errorf("all campaigns together cost %s, want %s", sum, want)
	}
}

// TestBelgiumMeansWhatItDid guards the verdicts, for its prose is in other words.
func TestBelgiumMeansWhatItDid(t *testing.T) {
	readings := check(t, must(Belgium())(t)).Readings
	for i, c := range []struct{ campaign, success, evaluation, reception string }{
		{"Congo, 2009", "yes", "unknown", "yes"},
		{"Congo, 2010", "yes", "unknown", "yes"},
		{"Congo, the film", "yes", "not_applicable", "yes"},
		{"Guinea, returnees", "yes", "not_applicable", "yes"},
		{"Guinea, 2011", "yes", "not_applicable", "yes"},
		{"Cameroon, 2012", "yes", "no", "yes"},
		{"Cameroon, 2014", "yes", "no", "yes"},
		{"Senegal", "yes", "no", "yes"},
		{"Morocco, suspended", "not_applicable", "not_applicable", "not_applicable"},
		{"Morocco, planned", "not_applicable", "not_applicable", "not_applicable"},
		{"Tunisia, planned", "not_applicable", "not_applicable", "not_applicable"},
		{"Nigeria", "yes", "yes", "yes"},
		{"Armenia, 2012", "yes", "not_applicable", "not_applicable"},
		{"Armenia, 2013", "yes", "yes", "not_applicable"},
		{"Georgia", "yes", "yes", "yes"},
		{"Russia", "yes", "no", "yes"},
		{"Kosovo, planned", "not_applicable", "not_applicable", "not_applicable"},
		{"Macedonia and Kosovo", "yes", "yes", "not_applicable"},
		{"Serbia", "yes", "no", "unknown"},
		{"Albania", "yes", "yes", "yes"},
		{"India", "yes", "yes", "yes"},
		{"Afghanistan, ongoing", "unknown", "no", "yes"},
		{"Belgium and Brazil", "yes", "yes", "yes"},
		{"Belgium, Brazilians", "yes", "yes", "yes"},
	} {
		for question, want := range map[string]string{"success": c.success, "evaluation": c.evaluation, "reception": c.reception} {
			verdict := readings[cell(i, question)].Verdict
			if verdict == nil || string(verdict.Verdict) != want {
				t.Errorf("%s: %s was read as %+v, want %s", c.campaign, question, verdict, want)
			}
		}
	}
}

func TestOlderAnswersAreRead(t *testing.T) {
	for _, older := range must(Older())(t) {
		for _, content := range older.Responses {
			readings := check(t, content).Readings
			if online := readings["online"].Verdict; online == nil || online.Verdict == forms.Unread {
				t.Errorf("%s: no verdict in %q", content.NCP, content.Answers["online"].Text)
			}
			if applications := readings["applications"].Number; applications == nil || applications.Number == nil {
				t.Errorf("%s: no number in %q", content.NCP, content.Answers["applications"].Text)
			}
		}
	}
}

// check holds a content against the questionnaire that it answers.
func check(t *testing.T, content forms.Content) forms.Report {
	t.Helper()
	questionnaire, ok := forms.Shipped(content.Questionnaire)
	if !ok {
		t.Fatalf("there is no questionnaire %q", content.Questionnaire)
	}
	form := must(forms.Compile(questionnaire))(t)
	return form.Check(content, forms.Asked{NCP: content.NCP, On: today})
}

func cell(record int, question string) string {
	return fmt.Sprintf("records[%d].%s", record, question)
}
