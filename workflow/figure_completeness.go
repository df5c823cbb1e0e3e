package workflow

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"ahq/forms"
	"ahq/workflow/document"
)

// A fullness is how complete and how long what one country answered is.
type fullness struct {
	answered, reasons, nothing int // questions that were put to it
	letters                    int // characters, as typed
}

// completeness has a row for each country.
func (f filtered) completeness() []Figure {
	fig := Figure{
		ID: "completeness", Title: "Length and completeness",
		About: "Of the questions that were put to each country, in all its records: how many it answered, where it gave a reason for no answer, and where there is nothing. Characters are counted as they were typed.",
		Heads: []string{"Country", "Records", "Answered", "Reason given", "Nothing", "Characters"},
		Plot:  document.Plot{Title: "Length and completeness", Series: []string{"Answered", "Reason given", "Nothing"}},
	}
	for _, a := range f.answers {
		full := f.fullnessOf(a)
		behind := Sought{NCPs: []string{a.NCP}, Only: true}
		fig.Rows = append(fig.Rows, []FigureCell{
			about(a.Name), number(len(a.Content.Records), behind), number(full.answered, behind), number(full.reasons, behind),
			number(full.nothing, behind), number(full.letters, behind),
		})
		all := full.answered + full.reasons + full.nothing
		fig.Plot.Rows = append(fig.Plot.Rows, document.PlotRow{
			Label: fmt.Sprintf("%s: %d of %d answered, %d with a reason", a.Name, full.answered, all, full.reasons),
			Lanes: barsOf(all, full.answered, full.reasons, full.nothing),
		})
	}
	fig.Plot.Alt = altOf("A bar for each country, parted into questions answered, with a reason, and with nothing.", fig.Plot.Rows)
	return []Figure{fig}
}

func (f filtered) fullnessOf(a filteredAnswer) (full fullness) {
	tables := append([]forms.Table{{Rows: f.ahq.Questionnaire.Questions}}, f.ahq.Questionnaire.Tables...)
	for _, t := range tables {
		side := sideTableOf(t)
		for _, q := range t.Questions() {
			for r := range f.sideRecords(side, q, a) {
				full.take(r.answer(q))
			}
		}
	}
	return full
}

// take counts an answer. The same as in another record is an answer.
func (full *fullness) take(a SideAnswer) {
	full.letters += utf8.RuneCountInString(a.Answer.Text)
	reason := a.Reading.Reason
	switch blank := strings.TrimSpace(a.Answer.Text) == ""; {
	case reason != "" && reason != forms.SameAs:
		full.reasons++
	case blank && reason == "":
		full.nothing++
	default:
		full.answered++
	}
}
