package workflow

import (
	"cmp"
	"slices"

	"ahq/models"
)

// ordered is the same edition with its answers in the order of a Printing; those
// of the same rank stay by name.
func (f filtered) ordered(p Printing) filtered {
	rank := p.order().does
	f.answers = slices.Clone(f.answers)
	slices.SortStableFunc(f.answers, func(a, b filteredAnswer) int {
		return cmp.Compare(rank(f, a), rank(f, b))
	})
	return f
}

// ranks are the participations in the order of a document; others come last.
var ranks = []models.Participation{models.Member, models.Observer}

// rank of an NCP, as it took part when the AHQ was issued.
func (f filtered) rank(a filteredAnswer) int {
	for _, x := range f.addressees {
		if i := slices.Index(ranks, x.Role); x.NCP == a.NCP && i >= 0 {
			return i
		}
	}
	return len(ranks)
}
