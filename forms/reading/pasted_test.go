package reading

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ahq/forms"
)

// campaign is the table of campaigns, with what Norway added.
func campaign(t testing.TB) []forms.Question {
	t.Helper()
	q, shipped := forms.Shipped("norway-2016")
	if !shipped {
		t.Fatal("the questionnaire is not shipped")
	}
	return q.Tables[0].Questions()
}

func TestAPastedTableFillsItsCellsByLabel(t *testing.T) {
	for _, c := range []struct {
		says, text string
		want       Pasted
	}{
		{"two columns, as Word copies them", "Title of the campaign\tStay safe\nCosts of the campaign\t(185.000€)\n", Pasted{
			Cells: []Cell{{"title", "Stay safe", 1}, {"costs", "(185.000€)", 2}},
		}},
		{"a label broken over lines and inside a word", "Year(s) of implemen-\ntation\nand duration\n4 Months\nImplementing partner(s) DGM", Pasted{
			Cells: []Cell{{"period", "4 Months", 1}, {"partners", "DGM", 5}},
		}},
		{"a label with slips, a number and other signs", "1) Titel of the campaign: Stay\n2. Main objectives & intended results and key message\t a) one\n\nb) two", Pasted{
			Cells: []Cell{{"title", "Stay", 1}, {"objectives", "a) one\n\nb) two", 2}},
		}},
		{"an answer that speaks like a label", "Title of the campaign\tA\nCosts of the campaign\t10 EUR\nCosts of the campaign were shared", Pasted{
			Cells: []Cell{{"title", "A", 1}, {"costs", "10 EUR\nCosts of the campaign were shared", 2}},
		}},
		{"something above, and another table below", "KOSOVO\nTitle of the campaign\tA\nTitle of the campaign\tB", Pasted{
			Cells: []Cell{{"title", "A", 2}}, Before: "KOSOVO\n", After: "Title of the campaign\tB",
		}},
		{"no table at all", "Dear all,\nsee attached", Pasted{Before: "Dear all,\nsee attached"}},
		{"nothing", "", Pasted{}},
	} {
		t.Run(c.says, func(t *testing.T) {
			if diff := cmp.Diff(c.want, LabelsOf(campaign(t)).Table(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What people write is found again under its label, wherever the labels are
// broken.
func TestABrokenTableIsReadBack(t *testing.T) {
	questions := campaign(t)
	labels := LabelsOf(questions)
	rapid.Check(t, func(t *rapid.T) {
		asked := rapid.Permutation(questions).Draw(t, "rows")[:rapid.IntRange(1, len(questions)).Draw(t, "n")]
		var text strings.Builder
		var want []Cell
		for _, q := range asked {
			answer := strings.TrimSpace(rapid.StringMatching(`[0-9(€a-z][0-9a-zé€.,() \n-]{0,60}`).Draw(t, "answer"))
			text.WriteString(broken(t, q.Label) + "\t" + answer + "\n")
			want = append(want, Cell{Question: q.ID, Text: answer})
		}
		got := labels.Table(text.String())
		for i := range got.Cells {
			got.Cells[i].Line = 0
		}
		if diff := cmp.Diff(Pasted{Cells: want}, got); diff != "" {
			t.Fatalf("%s\nin:\n%s", diff, text.String())
		}
	})
}

// broken is a label with line ends in it, anywhere.
func broken(t *rapid.T, label string) string {
	for range rapid.IntRange(0, 4).Draw(t, "breaks") {
		at := rapid.IntRange(1, len(label)-1).Draw(t, "at")
		label = label[:at] + "\n" + label[at:]
	}
	return label
}

func FuzzTable(f *testing.F) {
	f.Add("Title of the campaign\tA\nCosts of the campaign\t10 EUR")
	labels := LabelsOf(campaign(f))
	f.Fuzz(func(t *testing.T, text string) {
		p := labels.Table(text)
		said := len(p.Before) + len(p.After)
		for _, c := range p.Cells {
			if !strings.Contains(text, c.Text) || utf8.ValidString(text) && !utf8.ValidString(c.Text) {
				t.Fatalf("%q is not in the text", c.Text)
			}
			said += len(c.Text)
		}
		if said > len(text) {
			t.Fatalf("%d bytes were made out of %d", said, len(text))
		}
	})
}
