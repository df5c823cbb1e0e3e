package forms

// CheckPart is Check for one record, or for the questions asked once when it is
// "": the same problems and readings of it. Of the other records it reads those
// that its answers lead to, and the earlier ones that they may repeat.
func (f *Form) CheckPart(c Content, asked Asked, record string) Report {
	sheets := f.readSome(c, asked, f.beside(c, record))
	report := Report{Readings: map[string]Reading{}}
	for _, s := range sheets {
		switch {
		case s.is(record):
			report.Problems = append(report.Problems, s.check(f.validate)...)
			s.tell(report.Readings)
		case s.record != nil:
			s.judge(f.validate) // for what it may be repeated by
		}
	}
	return report
}

// is says whether the sheet is of that record, or of the questions asked once.
func (s *sheet) is(record string) bool {
	if s.record == nil {
		return record == ""
	}
	return s.record.ID == record
}

// beside are the places of the records that a record cannot be judged without.
func (f *Form) beside(c Content, record string) map[int]bool {
	at := map[int]bool{}
	leads := map[string]bool{record: record != ""}
	for more := true; more; {
		more = false
		for i, r := range c.Records {
			if at[i] || !leads[r.ID] {
				continue
			}
			at[i], more = true, true
			for _, a := range r.Cells {
				if a.Reason == SameAs {
					leads[a.As] = true
				}
			}
		}
	}
	for part, r := range c.Records {
		if r.ID != record || record == "" {
			continue
		}
		for i := range part {
			at[i] = at[i] || f.mayRepeat(r, c.Records[i])
		}
	}
	return at
}

// mayRepeat says whether a record shares an answer with an earlier one, or all that
// tells records apart.
func (f *Form) mayRepeat(r, earlier Record) bool {
	for id, a := range r.Cells {
		if len(a.Text) >= leastCopied && earlier.Cells[id].Text == a.Text {
			return true
		}
	}
	t, other := f.bySection[r.Section], f.bySection[earlier.Section]
	return t != nil && other != nil && t.tells(r) == other.tells(earlier)
}

// tells is what tells a record apart from others.
func (t *table) tells(r Record) (key string) {
	for _, id := range t.Unique {
		key += folded(r.Cells[id].Text) + "\n"
	}
	return key
}
