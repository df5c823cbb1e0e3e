package document

// toTheLeft says whether a text that is in another language than the document
// is written to the left: its first letter decides. Of all other texts nobody
// asks.
func (t Text) toTheLeft() bool {
	foreign := false
	for _, s := range t {
		foreign = foreign || s.Lang != ""
	}
	if !foreign {
		return false
	}
	for _, s := range t {
		if lead := leadsTo(s.Text); lead != 0 {
			return lead < 0
		}
	}
	return false
}

// toTheLeft says so of one span.
func (s Span) toTheLeft() bool { return s.Lang != "" && leadsTo(s.Text) < 0 }

// leadsTo is where the first letter of a text leads: 1 to the right, -1 to the
// left, 0 where there is none.
func leadsTo(text string) int8 {
	for _, r := range text {
		if lead := leadOf(r); lead != 0 {
			return lead
		}
	}
	return 0
}
