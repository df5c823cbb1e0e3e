package document

import (
	"strconv"
)

// A docxChart is a chart as its part in the file shows it. Word draws it anew
// from the numbers, so it can be changed there.
type docxChart struct {
	Chart
	Number   int // among the charts of the document, from 1
	Language string
}

// docxCharts are the charts of a document that have something to show.
func docxCharts(d Document) []docxChart {
	var charts []docxChart
	for _, b := range d.Blocks {
		if c, ok := b.(Chart); ok && !c.empty() {
			charts = append(charts, docxChart{c, len(charts) + 1, language(d.Language)})
		}
	}
	return charts
}

// Look is for the template: the look of the nth series.
func (docxChart) Look(n int) shade { return shadeOf(n) }

// Longest is for the template: how far the axis goes.
func (c docxChart) Longest() int { return c.max() }

// Value is for the template: of a series, in the nth category.
func (docxChart) Value(s Series, n int) int { return s.value(n) }

// charts writes the parts that charts are drawn from.
func (a archive) charts(charts []docxChart) error {
	for _, c := range charts {
		n := strconv.Itoa(c.Number)
		err := a.add([]part{
			{"word/charts/chart" + n + ".xml", "chart.xml"},
			{"word/charts/_rels/chart" + n + ".xml.rels", "chart_rels.xml"},
		}, c)
		if err != nil {
			return err
		}
		if err := a.chartSheet("word/embeddings/chart"+n+".xlsx", c); err != nil {
			return err
		}
	}
	return nil
}

// Lengths of a drawing are 12700ths of a point; pageWidth counts twentieths.
const (
	emuOfTwip    = 12700 / 20
	emuOfMM      = 36000
	tallestChart = 220 * emuOfMM // leaves room for a heading on its page
)

// chart writes the place of a chart, with what is read out in its stead.
func (d *docxBody) chart(c Chart) {
	if c.empty() {
		return
	}
	d.drawings++
	n := strconv.Itoa(d.drawings)
	height := min((26+9*len(c.Categories))*emuOfMM, tallestChart)
	d.begin(look{style: "Chart"})
	d.markup(`<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`,
		`<wp:extent cx="`, strconv.Itoa(pageWidth*emuOfTwip), `" cy="`, strconv.Itoa(height), `"/><wp:docPr id="`, n, `" name="Chart `, n, `" descr="`)
	d.text(c.described(0, len(c.Categories)))
	d.markup(`" title="`)
	d.text(c.Title)
	d.markup(`"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">`,
		`<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdChart`, n, `"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
	d.end()
}
