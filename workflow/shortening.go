package workflow

import (
	"fmt"
	"strings"

	"ahq/models"
)

// A MovedDate is that of an NCP which has another reply-by date than before.
type MovedDate struct {
	NCP, Name string
	From, To  string // days
	Answered  bool   // its answer is in
}

// movedDates are those that change of who was asked or answers unasked, and of the
// one that is named.
func movedDates(a models.AHQ, addressees []models.Addressee, responses []models.Response, m replyByMove) (moved []MovedDate) {
	of := make(map[string]models.Response, len(responses))
	for _, r := range responses {
		of[r.NCP] = r
	}
	then := a
	if m.NCP == "" {
		then.ReplyBy = m.Day
	}
	for _, x := range addressees {
		r, answers := of[x.NCP]
		d := MovedDate{
			NCP: x.NCP, Name: x.Name, From: a.Due(x), To: then.Due(m.apply(then, x)),
			Answered: r.InForce > 0 && r.State != models.Draft,
		}
		if (answers || x.NCP == m.NCP) && d.From != d.To {
			moved = append(moved, d)
		}
	}
	return moved
}

// A Shortening is a reply-by date that takes time from somebody who was promised
// it. Shorten sets it all the same.
type Shortening struct {
	Day   string
	Dates []MovedDate
}

func (s *Shortening) Error() string {
	names := make([]string, len(s.Dates))
	for i, d := range s.Dates {
		names[i] = fmt.Sprintf("%s (until %s)", d.Name, longDay(d.From))
	}
	return fmt.Sprintf("%s takes time from those who were promised more: %s. Choose a later day, or confirm that they have less time",
		longDay(s.Day), strings.Join(names, ", "))
}
