package document

import "iter"

// columns is how many columns a table has: as many as its widest part.
func (t Table) columns() int {
	n := max(len(t.Widths), len(t.Header), 1)
	for _, row := range t.Rows {
		taken := 0
		for _, cell := range row.Cells {
			taken += max(cell.Span, 1)
		}
		n = max(n, taken)
	}
	return n
}

// shares are the widths of the columns in percent, which need not add up to
// 100. A column without a width gets what a column gets on average.
func (t Table) shares() []int {
	n := t.columns()
	shares := make([]int, n)
	for i := range shares {
		if i < len(t.Widths) && t.Widths[i] > 0 {
			shares[i] = t.Widths[i]
		} else {
			shares[i] = max(100/n, 1)
		}
	}
	return shares
}

// A place is a cell and where it lies in the grid: the columns from and to,
// the latter not included.
type place struct {
	Cell
	from, to int
}

// places lays the cells of a row into n columns. The last one takes what is
// left, so that a row always fills its table; a row without cells is one empty
// cell.
func (r Row) places(n int) iter.Seq[place] {
	return func(yield func(place) bool) {
		cells := r.Cells
		if len(cells) == 0 {
			cells = []Cell{{}}
		}
		from := 0
		for i, cell := range cells {
			to := from + max(cell.Span, 1)
			if i == len(cells)-1 {
				to = n
			}
			if !yield(place{cell, from, to}) {
				return
			}
			from = to
		}
	}
}

// headed says whether some cell of the table heads its row.
func (t Table) headed() bool {
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			if cell.Header {
				return true
			}
		}
	}
	return false
}
