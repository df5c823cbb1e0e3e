package workflow

import (
	"cmp"
	"fmt"
	"slices"

	"ahq/workflow/document"
)

// An arrivalDay is what was delivered on one day in Brussels.
type arrivalDay struct {
	day  string
	ncps []string
	late []string // of them
}

// arrivals are the respondents over time.
func (f filtered) arrivals() []Figure {
	fig := Figure{
		ID: "arrivals", Title: "Respondents over time",
		About: "Each version in force on the day it was submitted, in Brussels. A response that was amended counts on the day of its last version.",
		Heads: []string{"Day", "Responses", "Together", "Late"},
		Plot:  document.Plot{Title: "Respondents over time", Series: []string{"Before that day", "On that day"}},
	}
	var before []string
	for _, d := range f.arrivalDays() {
		all := slices.Concat(before, d.ncps)
		fig.Rows = append(fig.Rows, []FigureCell{
			about(d.day), number(len(d.ncps), Sought{NCPs: d.ncps, Only: true}), number(len(all), Sought{NCPs: all, Only: true}),
			number(len(d.late), Sought{NCPs: d.late, Only: true}),
		})
		fig.Plot.Rows = append(fig.Plot.Rows, document.PlotRow{
			Label: fmt.Sprintf("%s: %d, together %d", d.day, len(d.ncps), len(all)),
			Lanes: barsOf(len(f.answers), len(before), len(d.ncps)),
		})
		before = all
	}
	fig.Plot.Alt = altOf("A bar for each day on which a response came, as long as there were responses by then.", fig.Plot.Rows)
	return []Figure{fig}
}

// arrivalDays are those on which something came, in order.
func (f filtered) arrivalDays() []arrivalDay {
	var days []arrivalDay
	for _, a := range slices.SortedStableFunc(slices.Values(f.answers), func(a, b filteredAnswer) int { return a.Submitted.Compare(b.Submitted) }) {
		day := Day(a.Submitted)
		if len(days) == 0 || days[len(days)-1].day != day {
			days = append(days, arrivalDay{day: day})
		}
		d := &days[len(days)-1]
		d.ncps = append(d.ncps, a.NCP)
		if a.Late {
			d.late = append(d.late, a.NCP)
		}
	}
	for _, d := range days {
		slices.SortFunc(d.ncps, cmp.Compare)
	}
	return days
}
