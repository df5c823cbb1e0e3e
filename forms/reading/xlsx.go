package reading

import (
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The measures of a workbook. A sheet has a million rows, and almost all of them
// are empty: only what is written is kept.
const (
	mostSheets = 200
	mostCells  = 300_000 // that hold something
	mostMerged = 100_000 // cells that are one with another
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// readXLSX reads the texts of an Excel workbook. Nothing in it is calculated: of a
// formula it is what it gave when the file was saved.
func readXLSX(all parts) (Document, error) {
	listed, err := readPart(all.files["xl/workbook.xml"], all.left, readBook)
	if err != nil {
		return Document{}, err
	}
	targets, err := optional(all, "xl/_rels/workbook.xml.rels", readTargets)
	if err != nil {
		return Document{}, err
	}
	x := &xlsx{left: all.left, dayZero: listed.dayZero}
	if x.shared, err = optional(all, "xl/sharedStrings.xml", readShared); err != nil {
		return Document{}, err
	}
	if x.dates, err = optional(all, "xl/styles.xml", readDateStyles); err != nil {
		return Document{}, err
	}
	for i, s := range listed.sheets {
		f := all.files[sheetPart(targets[s.id])]
		if f == nil {
			continue
		}
		g, err := readPart(f, all.left, func(r io.Reader) (grid, error) { return x.sheet(r, s.name, i+1) })
		if err != nil {
			return Document{}, err
		}
		x.grids = append(x.grids, g.withHidden(s.hidden))
	}
	return x.document()
}

// optional reads a part that need not be there.
func optional[T any](all parts, name string, read func(io.Reader) (T, error)) (none T, err error) {
	if f, ok := all.files[name]; ok {
		return readPart(f, all.left, read)
	}
	return none, nil
}

// sheetPart is the name of a part that a workbook leads to.
func sheetPart(target string) string {
	if rooted, ok := strings.CutPrefix(target, "/"); ok {
		return rooted
	}
	return path.Join("xl", target)
}

// xlsx is a workbook that is being read.
type xlsx struct {
	shared []string
	dates  []bool // by style: its numbers are days
	grids  []grid
	cells  int
	bytes  int
	merged int // cells that are one with another, each time that it is said
	fields int
	left   *int // to unpack

	dayZero time.Time
}

// A bookSheet is one that a workbook lists.
type bookSheet struct {
	name, id string
	hidden   bool
}

// A book is what a workbook says of itself.
type book struct {
	onStart
	sheets  []bookSheet
	dayZero time.Time
}

// Where Excel begins to count days, as it counts those of today; on old Macs it began
// with the first day of 1904.
var (
	dayZero     = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	dayZero1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

func readBook(r io.Reader) (*book, error) {
	b := &book{dayZero: dayZero}
	return b, walk(r, b)
}

func (b *book) start(e xml.StartElement) {
	switch e.Name.Local {
	case "workbookPr":
		if from, err := strconv.ParseBool(attribute(e, "date1904")); err == nil && from {
			b.dayZero = dayZero1904
		}
	case "sheet":
		state := attribute(e, "state")
		b.sheets = append(b.sheets, bookSheet{attribute(e, "name"), attribute(e, "id"), state != "" && state != "visible"})
	}
}

func (b *book) full() error {
	if len(b.sheets) > mostSheets {
		return unreadable("it has more than %d sheets: keep those with the answers, and send that", mostSheets)
	}
	return nil
}

// readTargets are the parts that relations lead to, by id; nothing outside the
// file is ever followed.
func readTargets(r io.Reader) (map[string]string, error) {
	all := map[string]string{}
	err := walk(r, onStart(func(e xml.StartElement) {
		if e.Name.Local == "Relationship" && attribute(e, "TargetMode") != "External" {
			all[attribute(e, "Id")] = attribute(e, "Target")
		}
	}))
	return all, err
}

// builtInDay says whether a format that no style sheet spells out is one of days.
func builtInDay(id int) bool { return 14 <= id && id <= 17 || id == 22 }

// printedAsIs is what a format shows letter by letter, leaves room for, or puts in
// brackets: words, currencies, colours, conditions.
var printedAsIs = regexp.MustCompile(`"[^"]*"?|\[[^\]]*\]|[\\_*].`)

// showsDays says whether a format shows numbers as days.
func showsDays(format string) bool {
	code := strings.ToLower(printedAsIs.ReplaceAllString(format, ""))
	return strings.Contains(code, "yy") || strings.Contains(code, "d") && strings.Contains(code, "m")
}

// readDateStyles says of each style whether it shows numbers as days.
func readDateStyles(r io.Reader) ([]bool, error) {
	var days []bool
	own := map[int]bool{}
	inCells := false
	err := walk(r, onStart(func(e xml.StartElement) {
		id, _ := strconv.Atoi(attribute(e, "numFmtId"))
		switch e.Name.Local {
		case "numFmt":
			if showsDays(attribute(e, "formatCode")) {
				own[id] = true
			}
		case "cellXfs", "cellStyles":
			inCells = e.Name.Local == "cellXfs"
		case "xf":
			if inCells {
				days = append(days, builtInDay(id) || own[id])
			}
		}
	}))
	return days, err
}

// readShared are the texts that the cells of a workbook share.
func readShared(r io.Reader) ([]string, error) {
	s := &shared{}
	err := walk(r, s)
	return s.all, err
}

// shared texts, while they are read; how a text is pronounced is none of it.
type shared struct {
	all     []string
	bytes   int
	open    strings.Builder
	inText  bool
	skipped int
}

func (s *shared) start(e xml.StartElement) {
	switch e.Name.Local {
	case "rPh":
		s.skipped++
	case "t":
		s.inText = s.skipped == 0
	}
}

func (s *shared) end(name string) {
	switch name {
	case "rPh":
		s.skipped--
	case "t":
		s.inText = false
	case "si":
		text := unescaped(s.open.String())
		s.all, s.bytes = append(s.all, text), s.bytes+len(text)
		s.open.Reset()
	}
}

// full measures them as if each stood in one cell.
func (s *shared) full() error {
	if len(s.all) > mostCells {
		return tooManyCells()
	}
	return tooLarge(s.bytes+s.open.Len(), 0)
}

func (s *shared) text(b []byte) {
	if s.inText {
		s.open.Write(b)
	}
}

// onStart handles the beginnings of elements only.
type onStart func(xml.StartElement)

func (f onStart) start(e xml.StartElement) { f(e) }
func (onStart) end(string)                 {}
func (onStart) text([]byte)                {}
