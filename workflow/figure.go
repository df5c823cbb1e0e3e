package workflow

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// A Figure is something that is counted over the versions in force: numbers in a
// table, and a drawing of them.
type Figure struct {
	ID    string
	Title string
	About string // how it is counted
	Heads []string
	Rows  [][]FigureCell // each begins with what it is about
	Plot  document.Plot
}

// A FigureCell is a text or a number, and the answers behind it.
type FigureCell struct {
	Text   string
	Number string // written out, where it is one
	Behind *Sought
}

// figures are all that are counted, in the order of the page.
var figures = []func(filtered) []Figure{
	filtered.arrivals, filtered.verdictFigures, filtered.costFigures, filtered.timeFigures,
	filtered.platformFigures, filtered.channelFigures, filtered.completeness,
}

// Figures are what the versions in force come to, for those who track an AHQ.
func (w *Workflow) Figures(ctx context.Context, by Actor, id models.AHQID) ([]Figure, error) {
	a, err := w.tracked(ctx, by, id)
	if err != nil {
		return nil, err
	}
	f, _, err := w.inForce(ctx, by.Scope(), a)
	if err != nil {
		return nil, err
	}
	return f.figures(), nil
}

func (f filtered) figures() []Figure {
	var all []Figure
	if len(f.answers) == 0 {
		return nil
	}
	for _, of := range figures {
		all = append(all, of(f)...)
	}
	return all
}

// A FigureFile is a figure to take away.
type FigureFile struct {
	Name, Media string
	Body        []byte
}

// figureFiles are what a figure can be had as.
var figureFiles = map[string]struct {
	media string
	write func(*bytes.Buffer, Figure) error
}{
	"svg": {"image/svg+xml", func(b *bytes.Buffer, f Figure) error { return document.WritePlotFile(b, f.Plot) }},
	"csv": {"text/csv; charset=utf-8", func(b *bytes.Buffer, f Figure) error {
		return document.WriteWorkbook(b, document.CSV, f.workbook())
	}},
}

// FigureFile is one of the figures as a file.
func (w *Workflow) FigureFile(ctx context.Context, by Actor, id models.AHQID, figure, format string) (FigureFile, error) {
	as, known := figureFiles[format]
	if !known {
		return FigureFile{}, models.ErrNotFound
	}
	all, err := w.Figures(ctx, by, id)
	if err != nil {
		return FigureFile{}, err
	}
	i := slices.IndexFunc(all, func(f Figure) bool { return f.ID == figure })
	if i < 0 {
		return FigureFile{}, models.ErrNotFound
	}
	var b bytes.Buffer
	err = as.write(&b, all[i])
	return FigureFile{figure + "." + format, as.media, b.Bytes()}, err
}

// workbook is the table of a figure, on its only sheet.
func (f Figure) workbook() document.Workbook {
	sheet := document.Sheet{Name: "Numbers", About: f.About, Short: true}
	for _, head := range f.Heads {
		sheet.Columns = append(sheet.Columns, document.Column{Title: head})
	}
	sheet.Rows = func(yield func([]document.Value) bool) {
		for _, cells := range f.Rows {
			row := make([]document.Value, len(cells))
			for i, c := range cells {
				row[i] = document.Words(c.Text)
				if c.Number != "" {
					row[i] = document.Number(c.Number)
				}
			}
			if !yield(row) {
				return
			}
		}
	}
	return document.Workbook{Title: f.Title, Language: "en", Sheets: []document.Sheet{sheet}}
}

// about begins a row.
func about(text string) FigureCell { return FigureCell{Text: text} }

// number is a count, and the answers behind it; behind none there are none.
func number(n int, behind Sought) FigureCell {
	c := FigureCell{Number: strconv.Itoa(n)}
	if n > 0 {
		c.Behind = &behind
	}
	return c
}

// barsOf are the counts of a row, one behind the other.
func barsOf(most int, counts ...int) [][]document.PlotBar {
	sizes := make([]float64, len(counts))
	for i, n := range counts {
		sizes[i] = float64(n)
	}
	return shares(float64(most), sizes...)
}

// shares are bars one behind the other, on a scale that ends at most.
func shares(most float64, sizes ...float64) [][]document.PlotBar {
	var bars []document.PlotBar
	at := 0.0
	for i, size := range sizes {
		if size > 0 && most > 0 {
			bars = append(bars, document.PlotBar{From: at / most, To: (at + size) / most, Series: i})
			at += size
		}
	}
	return [][]document.PlotBar{bars}
}

// of a question of a table, the answers of one country; of all when it is "".
func soughtOf(table string, q forms.Question, ncp string) Sought {
	s := Sought{Table: table, Question: q.ID}
	if ncp != "" {
		s.NCPs, s.Only = []string{ncp}, true
	}
	return s
}

// things are what is counted in a table: "campaigns"; of what is asked once, it
// is answers.
func things(t forms.Table) string {
	if t.ID == "" {
		return "answers"
	}
	return plural(t.Record)
}

// altOf says a plot in words: its rows one after the other.
func altOf(lead string, rows []document.PlotRow) string {
	const most = 12
	text := lead
	for i, row := range rows {
		if i == most {
			return text + fmt.Sprintf(" And %d more rows, which are in the table.", len(rows)-most)
		}
		text += " " + row.Label + "."
	}
	return text
}
