package workflow

import (
	"slices"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

func TestLinkingAHQs(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		earlier, later := all.issued(), all.issued()
		all.clock.pass(time.Hour)
		last := all.issued()
		draft, err := all.CreateAHQ(all.ctx, all.as("NO coordinator"), form2016())
		all.must(err)
		all.must(link(all, later, *earlier.Reference, models.LinkFollowUpOf))
		for _, c := range []struct {
			name      string
			from      models.AHQ
			reference string
			relation  models.LinkKind
			refused   string
		}{
			{"a draft, to one that was issued", draft, *earlier.Reference, models.LinkPartOf, ""},
			{"again, otherwise", later, *earlier.Reference, models.LinkUpdates, ""},
			{"to itself", later, *later.Reference, models.LinkPartOf, "this is the AHQ itself"},
			{"to none", later, "1999.1", models.LinkPartOf, "no AHQ with the reference"},
			{"in no relation", later, *earlier.Reference, "child_of", "/relation"},
			{"back", earlier, *later.Reference, models.LinkPartOf, "linked to this one already"},
			{"to one that went out later", earlier, *last.Reference, models.LinkPartOf, "went out after this one"},
		} {
			t.Run(c.name, func(t *testing.T) { w := all.in(t); w.expect(link(w, c.from, c.reference, c.relation), c.refused) })
		}
		all.links("NO coordinator", earlier.ID, "(draft) part_of", "2016.2 updates")
		all.links("BE reader", earlier.ID, "2016.2 updates")
		all.links("nobody", earlier.ID)
		all.must(all.UnlinkAHQ(all.ctx, all.as("NO coordinator"), later.ID, earlier.ID))
		all.expect(all.UnlinkAHQ(all.ctx, all.as("NO coordinator"), later.ID, earlier.ID), "not linked")
		all.links("BE reader", earlier.ID)
	})
}

// Whatever way a link is made, it counts as a change of the AHQ: who read it before
// notices, and what is saved on top of it does not undo it unawares.
func TestALinkIsAChangeOfTheAHQ(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		earlier := w.issued()
		a, by := w.drafted(func(*AHQForm) {})
		shown := w.now(a)
		w.must(link(w, a, *earlier.Reference, models.LinkPartOf))
		if now := w.now(a); len(now.Links) != 1 || now.Version == shown.Version {
			t.Errorf("a link was made, and the AHQ says %v in version %d", now.Links, now.Version)
		}
		_, err := w.EditAHQ(w.ctx, by, a.ID, shown.Version, form2016())
		w.expect(err, "changed")
		f := form2016()
		f.Relations = []EarlierAHQ{{models.LinkPartOf, *earlier.Reference}}
		made := w.now(a).Links[0]
		_, err = w.EditAHQ(w.ctx, by, a.ID, w.now(a).Version, f)
		w.must(err)
		if kept := w.now(a).Links[0]; kept != made {
			t.Errorf("a link that stays was made anew: %v, was %v", kept, made)
		}
		f.Relations[0].Kind = models.LinkUpdates
		_, err = w.EditAHQ(w.ctx, by, a.ID, w.now(a).Version, f)
		w.must(err)
		_, err = w.EditAHQ(w.ctx, by, a.ID, w.now(a).Version, form2016())
		w.must(err)
		w.must(link(w, a, *earlier.Reference, models.LinkPartOf))
		events, err := w.Store.Events(w.ctx, everything, string(a.ID))
		w.must(err)
		var told []string
		for _, e := range events {
			if e.Data.Subject != "" {
				told = append(told, e.Act+" "+e.Data.Subject+" "+string(e.Data.Relation))
			}
		}
		want := []string{"link-ahq 2016.1 part_of", "link-ahq 2016.1 updates", "unlink-ahq 2016.1 ", "link-ahq 2016.1 part_of"}
		if !slices.Equal(told, want) {
			t.Errorf("the history says %q, want %q", told, want)
		}
	})
}

func link(w *world, from models.AHQ, reference string, relation models.LinkKind) error {
	_, err := w.LinkAHQ(w.ctx, w.as("NO coordinator"), from.ID, reference, relation)
	return err
}

// links are what somebody sees an AHQ linked with, whichever end made the link.
func (w *world) links(who string, id models.AHQID, want ...string) {
	w.t.Helper()
	linked, err := w.Store.LinkedAHQs(w.ctx, w.as(who).Scope(), id)
	w.must(err)
	var got []string
	for _, l := range linked {
		got = append(got, reference(l.AHQ)+" "+string(l.Relation))
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		w.t.Errorf("%s sees the links %q, want %q", who, got, want)
	}
}

func TestWhyANewOneIsNeededIsKeptAndTold(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), form2016())
		w.must(err)
		_, err = w.SayWhyNew(w.ctx, w.as("NO coordinator"), a.ID, " ")
		w.expect(err, "/new_why")
		_, err = w.SayWhyNew(w.ctx, w.as("NO coordinator"), a.ID, "The law has changed since.")
		w.must(err)
		a, err = w.Issue(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		if a.NewWhy != "The law has changed since." {
			t.Errorf("it keeps %q", a.NewWhy)
		}
		events, err := w.Store.Events(w.ctx, everything, string(a.ID))
		w.must(err)
		if e := events[1]; e.Act != string(SayWhyNew) || e.Data.Why != a.NewWhy {
			t.Errorf("its history says %+v", e)
		}
		_, err = w.SayWhyNew(w.ctx, w.as("NO coordinator"), a.ID, "Another word.")
		w.expect(err, "it is open")
	})
}
