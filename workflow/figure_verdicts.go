package workflow

import (
	"fmt"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/workflow/document"
)

// allCountries heads the row of the sum.
const allCountries = "All countries"

// verdictFigures has one for each question that is answered by yes or no.
func (f filtered) verdictFigures() []Figure {
	var all []Figure
	for _, t := range append(slices.Clone(f.ahq.Questionnaire.Tables), forms.Table{Rows: f.ahq.Questionnaire.Questions}) {
		for _, q := range ofKind(forms.VerdictKind, t.Questions()) {
			if fig := f.verdictFigure(t, q); len(fig.Rows) > 1 {
				all = append(all, fig)
			}
		}
	}
	return all
}

// verdictFigure counts the verdicts by country.
func (f filtered) verdictFigure(t forms.Table, q forms.Question) Figure {
	fig := Figure{
		ID: strings.Trim("verdicts-"+t.ID+"-"+q.ID, "-"), Title: "Yes or no by country: " + shortLabel(q),
		About: label(q) + " Counted over " + things(t) + ".", Heads: []string{"Country"},
	}
	fig.Plot.Title = fig.Title
	for _, v := range verdictNames {
		fig.Heads, fig.Plot.Series = append(fig.Heads, v.name), append(fig.Plot.Series, v.name)
	}
	whole := verdictCount{q, make([]int, len(verdictNames))}
	type country struct {
		code, name string
		counts     []int
	}
	var countries []country
	most := 0
	for _, a := range f.answers {
		count, n := verdictCount{q, make([]int, len(verdictNames))}, 0
		for r := range f.sideRecords(sideTableOf(t), q, a) {
			count.take(r.of(q))
			whole.take(r.of(q))
			n++
		}
		if n > 0 {
			countries = append(countries, country{a.NCP, a.Name, count.counts})
			most = max(most, sumOf(count.counts))
		}
	}
	for _, c := range countries {
		fig.verdictRow(t, q, c.code, c.name, c.counts)
		fig.Plot.Rows = append(fig.Plot.Rows, document.PlotRow{Label: c.name + ": " + verdictsInWords(c.counts), Lanes: barsOf(most, c.counts...)})
	}
	fig.verdictRow(t, q, "", allCountries, whole.counts)
	fig.Plot.Alt = altOf("A bar for each country, of how many "+things(t)+" got which answer.", fig.Plot.Rows)
	return fig
}

func (fig *Figure) verdictRow(t forms.Table, q forms.Question, ncp, name string, counts []int) {
	row := []FigureCell{about(name)}
	for i, n := range counts {
		s := soughtOf(t.ID, q, ncp)
		s.Verdict = verdictNames[i].is
		if verdictNames[i].is == forms.Unread {
			s.Verdict = None
		}
		row = append(row, number(n, s))
	}
	fig.Rows = append(fig.Rows, row)
}

// verdictsInWords are those that were counted: "19 yes, 1 cannot say yet".
func verdictsInWords(counts []int) string {
	var parts []string
	for i, n := range counts {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, strings.ToLower(verdictNames[i].name)))
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

func sumOf(counts []int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}
