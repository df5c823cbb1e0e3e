package forms

// readPeriod reads from when to when something lasted, and how long it is said
// to have lasted.
func readPeriod(raw string) Reading {
	r := periodReader{pieces: piecesOf(raw)}
	r.dates()
	period := &Period{Reversed: r.reversed, Backward: r.backward, Months: r.months()}
	period.Start, period.End = r.start.printed(), r.end.printed()
	if !r.end.before(r.start) && r.start.month > 0 && r.end.month > 0 {
		period.Span = 12*(r.end.year-r.start.year) + r.end.month - r.start.month + 1
	}
	return Reading{Period: period}
}

// A periodReader goes through the pieces of one text.
type periodReader struct {
	pieces             []piece
	start, end         when
	runs               int // dates and ranges, each by itself
	year               int // the last one that stood by itself: "2016 (May to July)"
	reversed, backward bool
}

func (r *periodReader) role(i int) dateRole {
	if i < 0 || i >= len(r.pieces) {
		return 0
	}
	return r.pieces[i].role
}

// dates finds the earliest start and the latest end.
func (r *periodReader) dates() {
	for i := 0; i < len(r.pieces); {
		if r.role(i) != datePiece {
			i++
			continue
		}
		chain, next := r.chain(i)
		if complete(chain); len(chain) > 1 {
			r.takeRange(chain)
		} else {
			r.takeOne(chain[0], i, next)
		}
		i = next
	}
}

// takeRange takes a beginning and an end.
func (r *periodReader) takeRange(chain []dated) {
	first, last := chain[0].from, chain[len(chain)-1].to
	if first.year == 0 && last.year == 0 {
		first = first.sharing(when{year: r.year}, 1)
		last = last.sharing(first, 1)
	}
	if first.year == 0 && last.year == 0 {
		return
	}
	r.runs++
	r.begin(first)
	r.finish(last)
	if first.year == 0 || last.year == 0 || !last.before(first) {
		return
	}
	if len(chain) == 2 && first.day > 0 && last.day > 0 {
		r.reversed = true
	} else {
		r.backward = true
	}
}

// takeOne takes a date by itself: a beginning, an end, or both.
func (r *periodReader) takeOne(d dated, i, next int) {
	if d.from.year == 0 {
		return
	}
	r.runs++
	if d.from.month == 0 {
		r.year = d.from.year
	}
	if d.from.after(d.to) {
		r.backward = true
	}
	before := r.before(i)
	if before != untilWord {
		r.begin(d.from)
	}
	if before != sinceWord && !r.open(next) {
		r.finish(d.to)
	}
}

// before says whether the words before a date make it a beginning or an end. The
// "end: June 2017" does, the "end of 2016" does not.
func (r *periodReader) before(i int) dateRole {
	colon := false
	for at := i - 1; at >= i-mostBetween; at-- {
		switch role := r.role(at); role {
		case sinceWord, untilWord:
			return role
		case openWord: // "ongoing, 2016"
			return sinceWord
		case endWord:
			if colon {
				return untilWord
			}
		case throughWord:
			if r.role(at-1) == extensionWord {
				return untilWord
			}
			return 0
		case colonSign:
			colon = true
		case fillWord, alsoWord: // "en juin" is French
		default:
			return 0
		}
	}
	return 0
}

// open says whether a date goes on: "2014 onwards", "2014 – present", "2014 –".
func (r *periodReader) open(i int) bool {
	tied := false
	for at := i; at < i+mostBetween; at++ {
		switch role := r.role(at); role {
		case openWord:
			return true
		case throughWord, untilWord:
			tied = true
		case alsoWord, fillWord, pauseSign:
		default:
			return tied && at == len(r.pieces)
		}
	}
	return false
}

// begin keeps the earliest start: in the same year a month counts rather than
// the bare year, in the same month a day.
func (r *periodReader) begin(w when) {
	if w.year != 0 && (r.start.year == 0 || w.orLate().before(r.start.orLate())) {
		r.start = w
	}
}

// finish keeps the latest end.
func (r *periodReader) finish(w when) {
	if w.year != 0 && r.end.before(w) {
		r.end = w
	}
}

// orLate puts what is unknown after all that is known.
func (w when) orLate() when {
	if w.month == 0 {
		w.month = 13
	}
	if w.day == 0 {
		w.day = 32
	}
	return w
}

// before compares dates; what is unknown comes first.
func (w when) before(v when) bool {
	switch {
	case w.year != v.year:
		return w.year < v.year
	case w.month != v.month:
		return w.month < v.month
	}
	return w.day < v.day
}

// printed is the date as text, nil without one.
func (w when) printed() *string {
	if w.year == 0 {
		return nil
	}
	s := w.String()
	return &s
}
