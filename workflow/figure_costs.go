package workflow

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"ahq/forms"
	"ahq/workflow/document"
)

// A costGroup is records whose costs are added up together.
type costGroup struct {
	name    string // of the group: a year, a country
	narrow  func(*Sought)
	records []readRecord
}

// costFigures has the costs by year and by country, for each question about
// money.
func (f filtered) costFigures() []Figure {
	var all []Figure
	for _, t := range f.ahq.Questionnaire.Tables {
		records := f.readRecords(t)
		if len(records) == 0 {
			continue
		}
		for _, q := range ofKind(forms.MoneyKind, t.Questions()) {
			all = append(all,
				costFigure("year", "Year", "The year is the one in which it began. ", t, q, yearGroups(t, records)),
				costFigure("country", "Country", "", t, q, countryGroups(records)))
		}
	}
	return all
}

func yearGroups(t forms.Table, records []readRecord) []costGroup {
	side, byYear := sideTableOf(t), map[string][]readRecord{}
	for _, r := range records {
		year := sideRecord{r, side}.year()
		byYear[year] = append(byYear[year], r)
	}
	var groups []costGroup
	for _, year := range slices.SortedFunc(maps.Keys(byYear), noYearLast) {
		g := costGroup{cmp.Or(year, "No year"), func(s *Sought) { s.Year = cmp.Or(year, None) }, byYear[year]}
		groups = append(groups, g)
	}
	return groups
}

func noYearLast(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// countryGroups are the records of each country, which stand one behind the other.
func countryGroups(records []readRecord) []costGroup {
	var groups []costGroup
	for _, r := range records {
		if len(groups) == 0 || groups[len(groups)-1].records[0].of.NCP != r.of.NCP {
			code := r.of.NCP
			groups = append(groups, costGroup{r.of.Name, func(s *Sought) { s.NCPs, s.Only = []string{code}, true }, nil})
		}
		last := &groups[len(groups)-1]
		last.records = append(last.records, r)
	}
	return groups
}

// A costRow is what one group told in one currency.
type costRow struct {
	group costGroup
	*purse
}

// costFigure has a row for each currency and group.
func costFigure(by, head, explain string, t forms.Table, q forms.Question, groups []costGroup) Figure {
	fig := Figure{
		ID: "costs-by-" + by + "-" + t.ID + "-" + q.ID, Title: label(q) + ", by " + by,
		About: explain + "Totals as written, by currency: nothing is converted. Costs entered twice are counted once where somebody said so.",
		Heads: []string{"Currency", head, "Total", "Of it estimated", capital(plural(t.Record)), "Estimated"},
	}
	fig.Plot = document.Plot{Title: fig.Title, Series: []string{"Stated", "Estimated"}}
	rows, most := costRows(q, groups), map[string]float64{}
	for _, r := range rows {
		most[r.currency] = max(most[r.currency], r.total().InexactFloat64())
	}
	for _, r := range rows {
		fig.Rows = append(fig.Rows, r.cells(t, q))
		fig.Plot.Rows = append(fig.Plot.Rows, r.bars(most[r.currency]))
	}
	fig.Plot.Alt = altOf("A bar for each "+by+" and currency, as long as its total in that currency.", fig.Plot.Rows)
	return fig
}

// costRows are by currency, that without a name last; then as the groups are.
func costRows(q forms.Question, groups []costGroup) []costRow {
	var rows []costRow
	for _, g := range groups {
		for _, p := range billOf(q, g.records).purses {
			rows = append(rows, costRow{g, p})
		}
	}
	slices.SortStableFunc(rows, func(a, b costRow) int { return noYearLast(a.currency, b.currency) })
	return rows
}

func (r costRow) cells(t forms.Table, q forms.Question) []FigureCell {
	behind := soughtOf(t.ID, q, "")
	behind.Currency = currencyID(r.currency)
	r.group.narrow(&behind)
	sum := func(d forms.Decimal) FigureCell {
		cell := FigureCell{Text: d.Grouped(), Number: d.StringFixed(max(2, -d.Exponent()))}
		if !d.IsZero() {
			cell.Behind = &behind
		}
		return cell
	}
	return []FigureCell{
		about(cmp.Or(r.currency, "No currency named")), about(r.group.name), sum(forms.Decimal{Decimal: r.total()}),
		sum(forms.Decimal{Decimal: r.guessed}), number(len(r.sums), behind), number(r.estimated, behind),
	}
}

// bars of a row, on the scale of its currency.
func (r costRow) bars(most float64) document.PlotRow {
	label := fmt.Sprintf("%s: %s", r.group.name, r.printed(r.total()))
	if r.currency == "" {
		label += ", no currency named"
	}
	if r.estimated > 0 {
		label += fmt.Sprintf(", %d estimated", r.estimated)
	}
	guessed := r.guessed.InexactFloat64()
	return document.PlotRow{Label: label, Lanes: shares(most, r.total().InexactFloat64()-guessed, guessed)}
}
