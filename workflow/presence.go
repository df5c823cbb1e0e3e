package workflow

import (
	"cmp"
	"slices"
	"time"

	"ahq/models"
)

const (
	// present is how long somebody is somewhere after they last said so: whoever
	// is cut off is gone by themselves, and holds nothing.
	present = 45 * time.Second
	// mostPages is how many open pages of one person count.
	mostPages = 20
)

// A presence is who is where, as one process has heard. An entry is the last that
// a page said, at the instant when it was heard: clocks of processes may differ.
type presence map[openPage]models.Notice

// An openPage is one of the pages that somebody has open.
type openPage struct {
	person models.PersonID
	page   string
}

// hear takes in where a page is, or that it was closed.
func (p presence) hear(n models.Notice, now time.Time) {
	for at, last := range p {
		if gone(last, now) {
			delete(p, at)
		}
	}
	at := openPage{n.By, n.Page}
	delete(p, at)
	if n.Act != models.Here {
		return
	}
	if mine := p.of(n.By); len(mine) >= mostPages {
		delete(p, mine[0])
	}
	n.At = now
	p[at] = n
}

// of are the pages of one person, the one that was silent longest first.
func (p presence) of(person models.PersonID) []openPage {
	var pages []openPage
	for at := range p {
		if at.person == person {
			pages = append(pages, at)
		}
	}
	slices.SortFunc(pages, func(a, b openPage) int { return cmp.Or(p[a].At.Compare(p[b].At), cmp.Compare(a.page, b.page)) })
	return pages
}

// in is who is in a response, by name.
func (p presence) in(id models.ResponseID, now time.Time) []models.Notice {
	var here []models.Notice
	for _, n := range p {
		if n.Chain == string(id) && !gone(n, now) {
			here = append(here, n)
		}
	}
	slices.SortFunc(here, func(a, b models.Notice) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.By, b.By), cmp.Compare(a.Page, b.Page))
	})
	return here
}

// said says whether a page said just that a moment ago.
func (p presence) said(n models.Notice, now time.Time) bool {
	last, there := p[openPage{n.By, n.Page}]
	same := there && n.Act == models.Here && last.Chain == n.Chain && last.Record == n.Record && last.Cell == n.Cell && last.Called == n.Called
	return same && now.Sub(last.At) < present/9
}

func gone(last models.Notice, now time.Time) bool { return now.Sub(last.At) >= present }
