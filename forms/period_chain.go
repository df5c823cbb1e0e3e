package forms

// chain is the dates that dashes and words such as "to" join to this one, and
// the piece after them. A comma or "and" joins only to a date without a year:
// "September, October and November 2016".
func (r *periodReader) chain(i int) ([]dated, int) {
	chain, next := []dated{r.pieces[i].dated}, i+1
	for {
		at := r.joined(next, chain[len(chain)-1].to.year == 0)
		if at < 0 {
			return chain, next
		}
		chain, next = append(chain, r.pieces[at].dated), at+1
	}
}

// mostBetween is how many pieces may stand between what belongs together.
const mostBetween = 5

// joined is the date that a sign or word at this piece joins to the one before
// it, or -1.
func (r *periodReader) joined(i int, yearless bool) int {
	ties := false
	for at := i; at < i+mostBetween; at++ {
		switch role := r.role(at); role {
		case throughWord, untilWord:
			ties = true
		case alsoWord:
			ties = ties || yearless
		case fillWord, endWord:
		case sinceWord: // "– beginning of 2016"
			if !ties {
				return -1
			}
		case datePiece:
			if ties || yearless && at == i { // "tammikuusta maaliskuuhun 2016"
				return at
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// complete gives each date of a chain the year, and the month, that it shares
// with a neighbour: "1 – 15 March 2016", "October – January 2016".
func complete(chain []dated) {
	for i := len(chain) - 2; i >= 0; i-- {
		chain[i].from = chain[i].from.sharing(chain[i+1].from, -1)
		chain[i].to = chain[i].to.sharing(chain[i+1].from, -1)
	}
	for i := 1; i < len(chain); i++ {
		chain[i].from = chain[i].from.sharing(chain[i-1].to, 1)
		chain[i].to = chain[i].to.sharing(chain[i-1].to, 1)
	}
}

// sharing completes a date from its neighbour, which is later (step -1) or
// earlier (step 1); over the turn of a year it is in the next one.
func (w when) sharing(v when, step int) when {
	if w.month == 0 && w.day > 0 {
		w.month = v.month
	}
	if w.year != 0 || v.year == 0 {
		return w
	}
	w.year = v.year
	if v.month > 0 && step*(v.month-w.month) > 0 {
		w.year += step
	}
	return w.orNone()
}
