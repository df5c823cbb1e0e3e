package forms

// readVerdict reads how a yes-or-no question was answered. The whole text
// counts, clause by clause: what speaks for yes, what for no, what leaves it
// open. An answer at the head ("Yes, ...") outweighs what follows.
func readVerdict(topic Topic, raw string) Reading {
	if reason := readReason(raw); reason != "" {
		return Reading{Reason: reason, Verdict: &Verdict{Verdict: without(reason)}}
	}
	found := words(raw)
	if verdict, rest := ticked(raw, found); verdict != Unread {
		return Reading{Verdict: &Verdict{Verdict: verdict, Why: explains(rest, 1)}}
	}
	open, taken := opens(found)
	why := explains(found[taken:], leastWords(open))
	if open == Moot {
		return Reading{Reason: NotApplicable, Verdict: &Verdict{Verdict: Moot, Why: why}}
	}
	s := weigh(topic, found, open, taken)
	if s == (score{}) {
		return Reading{Verdict: &Verdict{Verdict: echoed(found), Why: why}}
	}
	reading := Reading{Verdict: &Verdict{Verdict: s.verdict(), Why: why, Ahead: s.doubt > 0}}
	if s.verdict() == Unknown && s.lacking {
		reading.Reason = NoInformation
	}
	return reading
}

// without is the verdict of an answer that only gives a reason.
func without(reason Reason) YesNo {
	if reason == NotApplicable {
		return Moot
	}
	return Unknown
}

// leastWords is how many words explain something: after an answer one is
// enough, without one the statement itself takes some.
func leastWords(open YesNo) int {
	if open == Unread {
		return 3
	}
	return 1
}

func explains(rest []word, least int) bool {
	for _, w := range rest {
		if !echoes[w.text] {
			least--
		}
		if least == 0 {
			return true
		}
	}
	return false
}
