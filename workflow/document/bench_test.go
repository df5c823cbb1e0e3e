package document

import (
	"io"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkDOCX writes the largest compilation we expect: 750 campaigns of
// thirteen rows, 4.4 KB of text each.
func BenchmarkDOCX(b *testing.B) { benchmark(b, DOCX, compilation(750)) }

func BenchmarkHTML(b *testing.B) { benchmark(b, HTML, compilation(750)) }

func BenchmarkPDF(b *testing.B) { benchmark(b, PDF, compilation(750)) }

func BenchmarkDOCXBySize(b *testing.B) { benchmarkSizes(b, DOCX) }

func BenchmarkHTMLBySize(b *testing.B) { benchmarkSizes(b, HTML) }

func BenchmarkPDFBySize(b *testing.B) { benchmarkSizes(b, PDF) }

// benchmarkSizes shows that the memory in use while writing, "peak-B", does not
// grow with the document.
func benchmarkSizes(b *testing.B, f Format) {
	for _, tables := range []int{10, 750, 7500} {
		b.Run(strconv.Itoa(tables), func(b *testing.B) { benchmark(b, f, compilation(tables)) })
	}
}

func benchmark(b *testing.B, f Format, d Document) {
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, f, d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(peak(b, writing(f, d))), "peak-B")
}

// compilation is a document of so many tables, which it shares, so that it is
// small itself.
func compilation(tables int) Document {
	table := heavy()
	d := Document{Title: "Large", Running: "Large", Blocks: []Block{Contents{Title: "Contents", Depth: 3}}}
	for range tables {
		d.Blocks = append(d.Blocks, Heading{Level: 3, Text: Plain("MACEDONIA & KOSOVO")}, table)
	}
	return d
}

// heavy is a table like campaign's with 340 bytes in each answer.
func heavy() Table {
	t := campaign("Malta", 1)
	for _, row := range t.Rows {
		if !row.Separator {
			row.Cells[1].Blocks = []Block{Paragraph{Text: Plain(strings.Repeat("An answer of thirty-four letters. ", 10))}}
		}
	}
	return t
}

// A gauge is a file that looks, now and then, how much memory is in use.
type gauge struct{ written, looked, most uint64 }

func (g *gauge) Write(p []byte) (int, error) {
	const often = 64 << 10
	g.written += uint64(len(p))
	if g.written >= g.looked+often || g.looked == 0 {
		g.looked, g.most = g.written, max(g.most, inUse())
	}
	return len(p), nil
}

// inUse is the memory that something still points at.
func inUse() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// peak is the most memory that writing holds at a time, beyond what was held
// before.
func peak(tb testing.TB, write func(io.Writer) error) uint64 {
	tb.Helper()
	var g gauge
	inUse() // what lies ready for use again is given up by the second time
	held := inUse()
	if err := write(&g); err != nil {
		tb.Fatal(err)
	}
	return g.most - min(held, g.most)
}

func writing(f Format, d Document) func(io.Writer) error {
	return func(out io.Writer) error { return Write(out, f, d) }
}

func writingSheets(f Format, rows int) func(io.Writer) error {
	return func(out io.Writer) error { return WriteWorkbook(out, f, answers(rows)) }
}

func TestMemoryStaysFlatHoweverLongTheDocument(t *testing.T) {
	for f := range formats {
		most := uint64(400) // a heading is remembered for its anchor, at some 200 bytes a table
		if f == PDF {
			most = 4000 // and the tags of its cells, to the end of the file
		}
		peak(t, writing(f, compilation(1))) // fonts stay
		small, large := peak(t, writing(f, compilation(10))), peak(t, writing(f, compilation(2000)))
		if large > small+2000*most {
			t.Errorf("%s: %d bytes for 10 tables, %d for 2000", f, small, large)
		}
	}
}

func TestMemoryStaysFlatHoweverManyTheRows(t *testing.T) {
	for _, f := range []Format{XLSX, CSV} {
		// A link is remembered to the end of its sheet, at some 40 bytes.
		peak(t, writingSheets(f, 1))
		small, large := peak(t, writingSheets(f, 10)), peak(t, writingSheets(f, 5000))
		if large > small+5000*80 {
			t.Errorf("%s: %d bytes for 10 rows, %d for 5000", f, small, large)
		}
	}
}

func BenchmarkXLSX(b *testing.B) { benchmarkWorkbook(b, XLSX) }

func BenchmarkCSV(b *testing.B) { benchmarkWorkbook(b, CSV) }

// benchmarkWorkbook writes 750 rows of thirteen answers.
func benchmarkWorkbook(b *testing.B, f Format) {
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteWorkbook(io.Discard, f, answers(750)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(peak(b, writingSheets(f, 750))), "peak-B")
}

// answers is so many rows of thirteen answers, with a link in each.
func answers(rows int) Workbook {
	row := []Value{Words("BE"), Words("Belgium")}
	sheet := Sheet{Name: "Records", Columns: []Column{{Title: "NCP", Key: true}, {Title: "Name", Key: true}}}
	for range 13 {
		row = append(row, Words(strings.Repeat("An answer of thirty-four letters. ", 10)))
		sheet.Columns = append(sheet.Columns, Column{Title: "Answer", Width: 60, Wrap: true})
	}
	row = append(row, Link("the page", "https://campaign.example/page"))
	sheet.Columns = append(sheet.Columns, Column{Title: "Link"})
	sheet.Rows = func(yield func([]Value) bool) {
		for range rows {
			if !yield(row) {
				return
			}
		}
	}
	return Workbook{Sheets: []Sheet{sheet}}
}
