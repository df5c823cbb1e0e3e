package reading

import (
	"maps"
	"slices"
)

// A sheet of others has its labels in one column, and a record in each column
// beside it; or in one row, and a record in each row below.

// fewestLabels is how many make a column or a row of labels.
const fewestLabels = 2

// laid is a workbook with each record as a table of two columns: labels, and what
// stands beside them. Any other document stays as it is, and so does one that gets
// too large by repeating its labels: nothing of it may be lost.
func (d Document) laid(labels Labels) Document {
	if len(d.grids) == 0 {
		return d
	}
	w := &document{}
	l := laying{document: w, labels: labels}
	for _, g := range d.grids {
		l.grid(g)
	}
	if w.full() != nil {
		return d
	}
	read := w.done()
	read.Flowing, read.Seal, read.grids, read.spots = true, d.Seal, d.grids, l.spots
	return read
}

// A laying writes workbooks as documents.
type laying struct {
	*document
	labels Labels
	tables int
	spots  map[Spot]Spot // where a cell of a table stands in its sheet
}

// grid writes one sheet.
func (l *laying) grid(g grid) {
	cells := g.written()
	line, across := l.labelled(g, cells)
	if line == 0 {
		l.tables++
		for _, cell := range cells {
			l.put(g, cell, cell[0], cell[1])
		}
		return
	}
	records := around(cells, line, across)
	told := map[int]bool{} // where something stands beside a label
	for _, heads := range records {
		for _, along := range heads {
			told[along] = true
		}
	}
	for _, cell := range cells {
		if along, beside := turned(cell, across); beside < line || !told[along] {
			l.put(g, cell, 0, 0)
		}
	}
	for _, beside := range slices.Sorted(maps.Keys(records)) {
		l.record(g, line, across, records[beside], beside)
	}
}

// around a line of labels are the labels, by where they stand along it, for each place
// beside it where something stands.
func around(cells [][2]int, line int, across bool) map[int][]int {
	heads, records := map[int]bool{}, map[int][]int{}
	for _, cell := range cells {
		if along, beside := turned(cell, across); beside == line {
			heads[along] = true
		}
	}
	for _, cell := range cells {
		if along, beside := turned(cell, across); beside > line && heads[along] {
			records[beside] = append(records[beside], along)
		}
	}
	return records
}

// turned is where a cell stands along the labels, and beside them.
func turned(cell [2]int, across bool) (along, beside int) {
	if across {
		return cell[1], cell[0]
	}
	return cell[0], cell[1]
}

// record writes one as a table: each label with what stands beside it.
func (l *laying) record(g grid, line int, across bool, heads []int, beside int) {
	l.tables++
	for i, along := range heads {
		label, answer := [2]int{along, line}, [2]int{along, beside}
		if across {
			label, answer = [2]int{line, along}, [2]int{beside, along}
		}
		l.put(g, label, i+1, 1)
		l.put(g, answer, i+1, 2)
	}
}

// put writes what a cell shows into a cell of the open table, or beside all tables.
func (l *laying) put(g grid, cell [2]int, row, column int) {
	if _, ok := g.texts[cell]; !ok || l.full() != nil {
		return
	}
	var at Spot
	if row > 0 {
		at = Spot{l.tables, row, column}
		if l.spots == nil {
			l.spots = map[Spot]Spot{}
		}
		l.spots[at] = Spot{g.number, cell[0], cell[1]}
	}
	l.cell(g, cell, at)
}

// labelled is the column of a sheet that has the most labels, or the row, across;
// 0 where none has enough.
func (l *laying) labelled(g grid, cells [][2]int) (line int, across bool) {
	rows, columns := map[int]int{}, map[int]int{}
	most := fewestLabels - 1
	for _, cell := range cells {
		if !l.isLabel(g.texts[cell]) {
			continue
		}
		rows[cell[0]]++
		columns[cell[1]]++
		if n := columns[cell[1]]; n > most {
			most, line, across = n, cell[1], false
		}
		if n := rows[cell[0]]; n > most {
			most, line, across = n, cell[0], true
		}
	}
	return line, across
}

// isLabel says whether a cell holds a label, and hardly more.
func (l *laying) isLabel(text string) bool {
	const longest = 1000
	if len(text) > longest {
		return false
	}
	letters := lettersOf(text)
	found := l.labels.first(letters)
	return found.taken > 0 && found.taken*2 > len(letters)
}
