package forms

// A length is as stated, with its extensions.
type length struct {
	months int
	named  bool // called the duration, or the total
}

// months is the length as stated. Of several the one that is called the duration
// counts; the lengths of separate runs give none.
func (r *periodReader) months() *int {
	lengths, open := r.lengths()
	if open || len(lengths) == 0 {
		return nil
	}
	if len(lengths) == 1 || r.runs <= 1 && allSame(lengths) || addUp(lengths) {
		return lengths[0].stated()
	}
	return onlyNamed(lengths)
}

func allSame(lengths []length) bool {
	for _, l := range lengths {
		if l.months != lengths[0].months {
			return false
		}
	}
	return true
}

// addUp says whether the first is the whole of the others: "9 months (3 months
// preparation, 6 months implementation)".
func addUp(lengths []length) bool {
	rest := length{}
	for _, l := range lengths[1:] {
		rest.add(l.months)
	}
	return len(lengths) > 2 && rest.months == lengths[0].months
}

func onlyNamed(lengths []length) *int {
	var only *int
	for _, l := range lengths {
		if l.named && only != nil {
			return nil
		}
		if l.named {
			only = l.stated()
		}
	}
	return only
}

func (l length) stated() *int {
	if l.months <= 0 {
		return nil
	}
	return &l.months
}

// lengths are those of a text, each with its extensions; open is a length that
// cannot be told, because it was prolonged until a date or holds for each of
// several runs.
func (r *periodReader) lengths() (lengths []length, open bool) {
	named := false
	for i, p := range r.pieces {
		switch p.role {
		case durationWord:
			named = true
		case extensionWord:
			open = open || r.prolongs(i)
		case shareWord:
			if len(lengths) > 0 && r.role(i-1) != pauseSign {
				return lengths, open
			}
		case lengthPiece:
			open = open || r.repeats(i)
			if last := len(lengths) - 1; last >= 0 && r.extends(i) {
				lengths[last].add(p.months)
			} else {
				lengths = append(lengths, length{p.months, named})
			}
			named = false
			if r.role(i+1) == fillWord && r.role(i+2) == durationWord {
				lengths[len(lengths)-1].named = true // "24 months in total"
			}
		}
	}
	return lengths, open
}

func (l *length) add(months int) {
	if l.months < 0 || months < 0 {
		l.months = unsure
		return
	}
	l.months += months
}

// extends says whether a length adds to the one before: "+ 5 months", "prolonged
// by 5 months", "5 months of extension".
func (r *periodReader) extends(i int) bool {
	at := i - 1
	for at > i-mostBetween && (r.role(at) == fillWord || r.role(at) == colonSign) {
		at--
	}
	if role := r.role(at); role == plusSign || role == extensionWord {
		return true
	}
	at = i + 1
	for at < i+mostBetween && r.role(at) == fillWord {
		at++
	}
	return r.role(at) == extensionWord
}

// prolongs says whether an extension runs until a date.
func (r *periodReader) prolongs(i int) bool {
	until := false
	for at := i + 1; at < i+mostBetween; at++ {
		switch r.role(at) {
		case datePiece:
			return until
		case untilWord, throughWord:
			until = true
		case fillWord, endWord:
		default:
			return false
		}
	}
	return false
}

// repeats says whether a length holds for each of several runs: "6 months each".
func (r *periodReader) repeats(i int) bool {
	return r.role(i+1) == eachWord || r.role(i-1) == eachWord
}
