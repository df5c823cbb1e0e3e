package reading

import (
	"slices"
	"strings"
)

// A grid is a sheet of a workbook: what its cells show, wherever they stand.
type grid struct {
	name   string
	number int // of the sheet, from 1
	hidden bool
	texts  map[[2]int]string // by row and column
	over   map[[2]int][2]int // of cells that are one: the cell that has the text
}

func newGrid(name string, number int) grid {
	return grid{name: name, number: number, texts: map[[2]int]string{}, over: map[[2]int][2]int{}}
}

func (g grid) withHidden(hidden bool) grid {
	g.hidden = hidden
	return g
}

// at is what a cell shows, and whether it is a part of another.
func (g grid) at(row, column int) (text string, merged bool) {
	cell := [2]int{row, column}
	if first, ok := g.over[cell]; ok && first != cell {
		return g.texts[first], g.texts[first] != ""
	}
	return g.texts[cell], false
}

// written are the cells that show something, row by row.
func (g grid) written() [][2]int {
	all := make([][2]int, 0, len(g.texts))
	for cell := range g.texts {
		all = append(all, cell)
	}
	slices.SortFunc(all, func(a, b [2]int) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	return all
}

// document is a workbook as a stream of lines, sheet by sheet and row by row.
func (x *xlsx) document() (Document, error) {
	d := &document{}
	var seen []grid
	var fields []field
	var told *Seal
	for _, g := range x.grids {
		if g.hidden {
			if s := unseal(g.pieces().inOrder()); s != nil {
				told = s
			}
			continue
		}
		seen = append(seen, g)
		keyed, of, err := x.keyed(g)
		if err != nil {
			return Document{}, err
		}
		first := d.lines
		for _, cell := range g.written() {
			if !of.holds(cell) {
				d.cell(g, cell, Spot{g.number, cell[0], cell[1]})
			}
		}
		for i := range keyed {
			keyed[i].line = first + i // in order; where exactly, its place says
		}
		fields = append(fields, keyed...)
	}
	read := d.done()
	read.Flowing, read.Seal, read.grids, read.fields = true, told, seen, fields
	return read, nil
}

// pieces of a seal that a sheet holds: names, and what they name.
func (g grid) pieces() pieces {
	p := pieces{}
	for cell, text := range g.texts {
		if n := pieceNumber(text); n > 0 {
			p[n] = g.texts[[2]int{cell[0], cell[1] + 1}]
		}
	}
	return p
}

// cell writes what one shows, in a place of a table.
func (d *document) cell(g grid, cell [2]int, at Spot) {
	for line := range strings.SplitSeq(g.texts[cell], "\n") {
		d.add(line, Line{Page: 1, Cell: at})
	}
}

// KeyMark stands in a form where the row with the ids of records crosses the
// column with the keys of cells.
const KeyMark = "ahq-form"

// A cross is where the keys of a form stand: they are no text of anybody.
type cross struct{ row, column int }

func (c cross) holds(cell [2]int) bool {
	return c.row > 0 && (cell[0] == c.row || cell[1] == c.column)
}

// keyed are the fields of a sheet that has its keys: one for each key and each id,
// which may be far more than anybody wrote.
func (x *xlsx) keyed(g grid) (fields []field, of cross, err error) {
	keys, records, of := g.keys()
	x.fields += len(keys) * len(records)
	if x.fields > mostCells {
		return nil, of, tooManyCells()
	}
	for _, r := range records {
		for _, k := range keys {
			text, part := g.at(k[0], r[1])
			if text == TooLong {
				continue
			}
			f := field{record: g.texts[r], key: g.texts[k], text: text, spot: Spot{g.number, k[0], r[1]}, group: g.number<<16 + r[1], sure: 1}
			if part {
				f.sure = merged
				x.bytes += len(text) // it is said once, and read as often as cells were merged
			}
			fields = append(fields, f)
		}
	}
	return fields, of, tooLarge(x.bytes, 0)
}

// keys of a sheet, and the ids of records in it, where it has both.
func (g grid) keys() (keys, records [][2]int, of cross) {
	for cell, text := range g.texts {
		if strings.TrimSpace(text) == KeyMark {
			of = cross{cell[0], cell[1]}
		}
	}
	if of.row == 0 {
		return nil, nil, of
	}
	for _, cell := range g.written() {
		switch {
		case cell[1] == of.column && cell[0] != of.row:
			keys = append(keys, cell)
		case cell[0] == of.row && cell[1] != of.column:
			records = append(records, cell)
		}
	}
	return keys, records, of
}
