package reading

import (
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
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
	book, err := readPart(all.files["xl/workbook.xml"], all.left, readBook)
	if err != nil {
		return Document{}, err
	}
	targets, err := optional(all, "xl/_rels/workbook.xml.rels", readTargets)
	if err != nil {
		return Document{}, err
	}
	x := &xlsx{left: all.left}
	if x.shared, err = optional(all, "xl/sharedStrings.xml", readShared); err != nil {
		return Document{}, err
	}
	if x.dates, err = optional(all, "xl/styles.xml", readDateStyles); err != nil {
		return Document{}, err
	}
	for i, s := range book {
		f := all.files[sheetPart(targets[s.id])]
		if f == nil || i >= mostSheets {
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
}

// A bookSheet is one that a workbook lists.
type bookSheet struct {
	name, id string
	hidden   bool
}

func readBook(r io.Reader) ([]bookSheet, error) {
	var all []bookSheet
	err := walk(r, onStart(func(e xml.StartElement) {
		if e.Name.Local == "sheet" {
			state := attribute(e, "state")
			all = append(all, bookSheet{attribute(e, "name"), attribute(e, "id"), state != "" && state != "visible"})
		}
	}))
	return all, err
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

// builtInDays are the formats of days that no style sheet spells out.
func builtInDay(id int) bool { return 14 <= id && id <= 17 || id == 22 }

// readDateStyles says of each style whether it shows numbers as days.
func readDateStyles(r io.Reader) ([]bool, error) {
	var days []bool
	own := map[int]bool{}
	inCells := false
	err := walk(r, onStart(func(e xml.StartElement) {
		id, _ := strconv.Atoi(attribute(e, "numFmtId"))
		switch e.Name.Local {
		case "numFmt":
			code := strings.ToLower(attribute(e, "formatCode"))
			own[id] = strings.Contains(code, "yy") || strings.Contains(code, "d") && strings.Contains(code, "m")
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
		s.all = append(s.all, unescaped(s.open.String()))
		s.open.Reset()
	}
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
