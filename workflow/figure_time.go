package workflow

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"ahq/forms"
	"ahq/workflow/document"
)

// A timeSpan is a record on the axis of time: from its first day to the day
// behind its last.
type timeSpan struct {
	from, to time.Time
}

// timeFigures has the records of each table that asks for a period, on an axis of
// time.
func (f filtered) timeFigures() []Figure {
	var all []Figure
	for _, t := range f.ahq.Questionnaire.Tables {
		records := f.readRecords(t)
		if questions := ofKind(forms.PeriodKind, t.Questions()); len(questions) > 0 && len(records) > 0 {
			all = append(all, f.timeFigure(t, questions[0], records))
		}
	}
	return all
}

// timeFigure has a row in the table for each record; and drawn, one for each
// country.
func (f filtered) timeFigure(t forms.Table, q forms.Question, records []readRecord) Figure {
	fig := Figure{
		ID: "time-" + t.ID + "-" + q.ID, Title: capital(plural(t.Record)) + " on an axis of time",
		About: "From the earliest start to the latest end, as exact as they were written. What says no start or no end is drawn as long as what it says.",
		Heads: []string{"Country", capital(t.Record), "Start", "End"},
	}
	side := sideTableOf(t)
	for _, r := range records {
		behind := soughtOf(t.ID, q, r.of.NCP)
		behind.Year = cmp.Or(sideRecord{r, side}.year(), None)
		start, end := r.started(q)
		fig.Rows = append(fig.Rows, []FigureCell{about(r.of.Name), {Text: plainLine(recordTitle(t, r.Record)), Behind: &behind}, about(start), about(end)})
	}
	fig.Plot = f.timePlot(t, q, records)
	return fig
}

// started is when a record began and ended, as far as it says.
func (r readRecord) started(q forms.Question) (start, end string) {
	reading, _ := r.reading(q)
	if reading.Period == nil {
		return "", ""
	}
	if reading.Start != nil {
		start = *reading.Start
	}
	if reading.End != nil {
		end = *reading.End
	}
	return start, end
}

// spanOf a record, where it says anything.
func spanOf(start, end string) (timeSpan, bool) {
	from, _ := dayBegins(cmp.Or(start, end))
	_, to := dayBegins(cmp.Or(end, start))
	return timeSpan{from, to}, !from.IsZero() && from.Before(to)
}

// dayBegins is the first day of a date as exact as it is, and the day behind its
// last.
func dayBegins(date string) (from, behind time.Time) {
	for layout, of := range map[string][3]int{"2006": {1, 0, 0}, "2006-01": {0, 1, 0}, time.DateOnly: {0, 0, 1}} {
		if t, err := time.Parse(layout, date); err == nil {
			return t, t.AddDate(of[0], of[1], of[2])
		}
	}
	return from, behind
}

func (f filtered) timePlot(t forms.Table, q forms.Question, records []readRecord) document.Plot {
	plot := document.Plot{Title: capital(plural(t.Record)) + " on an axis of time"}
	var spans []timeSpan
	for _, r := range records {
		if s, ok := spanOf(r.started(q)); ok {
			spans = append(spans, s)
		}
	}
	axis := axisOf(spans)
	for _, g := range countryGroups(records) {
		plot.Rows = append(plot.Rows, axis.row(t, q, g))
	}
	if len(spans) > 0 {
		plot.Ticks = axis.ticks()
	}
	plot.Alt = altOf("A bar for each "+t.Record+" from its start to its end, country by country.", plot.Rows)
	return plot
}

// axisOf spans runs over whole years.
func axisOf(spans []timeSpan) timeSpan {
	if len(spans) == 0 {
		return timeSpan{}
	}
	axis := spans[0]
	for _, s := range spans {
		if s.from.Before(axis.from) {
			axis.from = s.from
		}
		if s.to.After(axis.to) {
			axis.to = s.to
		}
	}
	last := axis.to.AddDate(0, 0, -1).Year()
	return timeSpan{yearBegins(axis.from.Year()), yearBegins(last + 1)}
}

func yearBegins(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }

// at is where an instant lies, from 0 to 1.
func (axis timeSpan) at(t time.Time) float64 {
	return t.Sub(axis.from).Hours() / axis.to.Sub(axis.from).Hours()
}

// mostTicks are as many as can be read on a telephone.
const mostTicks = 5

func (axis timeSpan) ticks() []document.PlotTick {
	first, last := axis.from.Year(), axis.to.Year()
	step := (last - first + mostTicks - 2) / (mostTicks - 1)
	var ticks []document.PlotTick
	for year := first; year <= last; year += max(step, 1) {
		ticks = append(ticks, document.PlotTick{At: axis.at(yearBegins(year)), Text: strconv.Itoa(year)})
	}
	return ticks
}

// row of one country: records that do not meet share a lane.
func (axis timeSpan) row(t forms.Table, q forms.Question, g costGroup) document.PlotRow {
	var spans []timeSpan
	for _, r := range g.records {
		if s, ok := spanOf(r.started(q)); ok {
			spans = append(spans, s)
		}
	}
	row := document.PlotRow{Label: g.name + ": " + counted(len(g.records), t.Record)}
	if without := len(g.records) - len(spans); without > 0 {
		row.Label += fmt.Sprintf(", %d without a date", without)
	}
	slices.SortStableFunc(spans, func(a, b timeSpan) int { return cmp.Or(a.from.Compare(b.from), a.to.Compare(b.to)) })
	var ends []time.Time // of the lanes
	for _, s := range spans {
		lane := slices.IndexFunc(ends, func(end time.Time) bool { return !end.After(s.from) })
		if lane < 0 {
			lane = len(ends)
			ends, row.Lanes = append(ends, s.to), append(row.Lanes, nil)
		}
		ends[lane] = s.to
		row.Lanes[lane] = append(row.Lanes[lane], document.PlotBar{From: axis.at(s.from), To: axis.at(s.to)})
	}
	return row
}
