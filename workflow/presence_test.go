package workflow

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ahq/models"
)

var noon = time.Date(2017, 1, 19, 12, 0, 0, 0, time.UTC)

func sits(page string, by models.PersonID, cell string) models.Notice {
	return models.Notice{Act: models.Here, Chain: "belgian", Page: page, By: by, Name: string(by), Cell: cell}
}

func leaves(page string, by models.PersonID) models.Notice {
	return models.Notice{Act: models.Gone, Chain: "belgian", Page: page, By: by}
}

func TestPresence(t *testing.T) {
	type said struct {
		after time.Duration
		what  models.Notice
	}
	for _, c := range []struct {
		name string
		said []said
		then time.Duration // after noon
		want string
	}{
		{"nobody has said anything", nil, 0, ""},
		{"somebody is in a cell", []said{{0, sits("p1", "anna", "costs")}}, time.Second, "anna in costs, "},
		{"a page is where it was last", []said{{0, sits("p1", "anna", "costs")}, {time.Second, sits("p1", "anna", "title")}}, time.Second, "anna in title, "},
		{"two pages of one person are two", []said{{0, sits("p1", "anna", "costs")}, {0, sits("p2", "anna", "title")}}, 0, "anna in costs, anna in title, "},
		{"in the order of names", []said{{0, sits("p1", "zoe", "costs")}, {0, sits("p2", "anna", "costs")}}, 0, "anna in costs, zoe in costs, "},
		{"who says nothing more is there for a while", []said{{0, sits("p1", "anna", "costs")}}, 44 * time.Second, "anna in costs, "},
		{"and then is not", []said{{0, sits("p1", "anna", "costs")}}, 45 * time.Second, ""},
		{"who says it again stays", []said{{0, sits("p1", "anna", "costs")}, {20 * time.Second, sits("p1", "anna", "costs")}}, 60 * time.Second, "anna in costs, "},
		{"who closes the page is gone at once", []said{{0, sits("p1", "anna", "costs")}, {time.Second, leaves("p1", "anna")}}, time.Second, ""},
		{"nobody closes the page of another", []said{{0, sits("p1", "anna", "costs")}, {0, leaves("p1", "zoe")}}, 0, "anna in costs, "},
		{"nobody speaks for the page of another", []said{{0, sits("p1", "anna", "costs")}, {0, sits("p1", "zoe", "title")}}, 0, "anna in costs, zoe in title, "},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := presence{}
			for _, s := range c.said {
				p.hear(s.what, noon.Add(s.after))
			}
			got := ""
			for _, n := range p.in("belgian", noon.Add(c.then)) {
				got += fmt.Sprintf("%s in %s, ", n.By, n.Cell)
			}
			if got != c.want {
				t.Errorf("here are %q, want %q", got, c.want)
			}
			if others := p.in("danish", noon); len(others) > 0 {
				t.Errorf("another response has %v", others)
			}
		})
	}
}

// Whatever is said in whatever order: who is here said so within the last 45
// seconds and has not left since, everybody who did is here, at the last place
// that they named, and nobody fills the memory.
func TestPresenceIsWhatWasSaidLast(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p, now := presence{}, noon
		last := map[openPage]models.Notice{}
		for range rapid.IntRange(0, 60).Draw(rt, "words") {
			now = now.Add(time.Duration(rapid.IntRange(0, 20_000).Draw(rt, "ms")) * time.Millisecond)
			n := sits(rapid.StringMatching(`p[0-9]`).Draw(rt, "page"), rapid.SampledFrom([]models.PersonID{"anna", "zoe"}).Draw(rt, "by"), rapid.StringMatching(`[a-c]`).Draw(rt, "cell"))
			if rapid.IntRange(0, 4).Draw(rt, "leaves") == 0 {
				n.Act = models.Gone
			}
			p.hear(n, now)
			n.At = now
			last[openPage{n.By, n.Page}] = n
			mustHold(rt, p, last, now)
		}
		mustHold(rt, p, last, now.Add(present))
	})
}

func mustHold(rt *rapid.T, p presence, last map[openPage]models.Notice, now time.Time) {
	rt.Helper()
	here := map[openPage]models.Notice{}
	for _, n := range p.in("belgian", now) {
		here[openPage{n.By, n.Page}] = n
	}
	for at, n := range last {
		seen, is := here[at]
		if should := n.Act == models.Here && now.Sub(n.At) < present; is != should {
			rt.Fatalf("%v is here: %v, want %v", at, is, should)
		}
		if is && seen.Cell != n.Cell {
			rt.Fatalf("%v is in %q, and said %q", at, seen.Cell, n.Cell)
		}
	}
	if len(p) > len(last) {
		rt.Fatalf("%d entries for %d pages", len(p), len(last))
	}
}

func TestOnePersonHasSoManyPages(t *testing.T) {
	p := presence{}
	for i := range 3 * mostPages {
		p.hear(sits(fmt.Sprintf("p%02d", i), "anna", "costs"), noon.Add(time.Duration(i)*time.Millisecond))
	}
	here := p.in("belgian", noon.Add(time.Second))
	if len(here) != mostPages || here[0].Page != fmt.Sprintf("p%02d", 2*mostPages) {
		t.Errorf("%d pages are kept, the first is %s: want the last %d", len(here), here[0].Page, mostPages)
	}
}

func TestWhatWasSaidAMomentAgoIsNotTold(t *testing.T) {
	p := presence{}
	p.hear(sits("p1", "anna", "costs"), noon)
	for _, c := range []struct {
		what  models.Notice
		after time.Duration
		want  bool
	}{
		{sits("p1", "anna", "costs"), time.Second, true},
		{sits("p1", "anna", "costs"), 5 * time.Second, false},
		{sits("p1", "anna", "title"), time.Second, false},
		{sits("p2", "anna", "costs"), time.Second, false},
		{leaves("p1", "anna"), time.Second, false},
	} {
		if got := p.said(c.what, noon.Add(c.after)); got != c.want {
			t.Errorf("%v after %v was said: %v", c.what, c.after, got)
		}
	}
}
