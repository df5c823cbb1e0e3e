package forms

import "slices"

// unexplained: one of these verdicts, and nothing more.
func unexplained(verdicts ...YesNo) func(*cell) finding {
	return func(c *cell) finding {
		v := c.reading.Verdict
		if v == nil || v.Why || c.reading.Reason != "" || !slices.Contains(verdicts, v.Verdict) {
			return finding{}
		}
		return found(Error, verdictNames[v.Verdict])
	}
}

// verdictNames are the verdicts that need an explanation, in words.
var verdictNames = map[YesNo]string{Yes: "yes", No: "no"}

func verdictUnread(c *cell) finding {
	v := c.reading.Verdict
	if v == nil || v.Verdict != Unread || c.silent() {
		return finding{}
	}
	return found(Warning)
}

// contactMissing holds for an empty answer too: an address is all it asks for.
func contactMissing(c *cell) finding {
	if e := c.reading.Emails; e == nil || len(e.Emails) > 0 {
		return finding{}
	}
	return found(Error)
}
