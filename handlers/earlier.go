package handlers

import (
	"context"
	"errors"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// An earlierView is what was asked before on the same thing, and what the new AHQ
// is to it.
type earlierView struct {
	Rows   []earlierRow
	Linked []linkedView
	Kinds  []choice
	Link   string // where a link is made
	Unlink string
	SayWhy string // where it is said why a new one is needed
	Why    string

	Complaints complaints
}

// An earlierRow is one of them, with what was answered.
type earlierRow struct {
	libraryRow
	Answered phrase // by whom; "" nobody is known to have
}

// A linkedView is an AHQ that another is linked with.
type linkedView struct {
	ID       models.AHQID
	Relation phrase
	URL      string
	Called   phrase
	Topic    string
	Back     bool
}

// linkKinds are what an AHQ can be to an earlier one.
var linkKinds = []choice{
	{Value: string(models.LinkFollowUpOf), Text: relations[models.LinkFollowUpOf]},
	{Value: string(models.LinkPartOf), Text: relations[models.LinkPartOf]},
	{Value: string(models.LinkUpdates), Text: relations[models.LinkUpdates]},
}

// earlier is what a requester should look at before a draft goes out.
func (s *Server) earlier(ctx context.Context, d ahqDesk, said complaints) (earlierView, error) {
	view := earlierView{
		Kinds: linkKinds, Link: d.URL("links"), Unlink: d.URL("links", "remove"), SayWhy: d.URL("new-why"), Why: d.AHQ.NewWhy, Complaints: said,
	}
	found, err := s.Flow.Earlier(ctx, d.Who, d.AHQ)
	if err != nil {
		return view, err
	}
	for _, e := range found {
		row := earlierRow{libraryRow: libraryRowOf(e, d.AHQ.Topic, d.Names), Answered: inSentence(named(e.Countries, d.Names))}
		if !e.Listed { // it is open still
			row.URL = ahqURL(models.AHQ{ID: e.AHQID})
		}
		view.Rows = append(view.Rows, row)
	}
	view.Linked, err = s.linkedWith(ctx, d)
	return view, err
}

// linkedWith are the AHQs that one is linked with, as far as who looks sees them.
func (s *Server) linkedWith(ctx context.Context, d ahqDesk) (all []linkedView, err error) {
	linked, err := s.Store.LinkedAHQs(ctx, d.Who.Scope(), d.AHQ.ID)
	for _, l := range linked {
		all = append(all, linkedView{l.AHQ.ID, relationOf(l.Relation, l.Back()), ahqURL(l.AHQ), called(l.AHQ), l.AHQ.Topic, l.Back()})
	}
	return all, err
}

func (s *Server) fillLinked(ctx context.Context, d ahqDesk, page *ahqPage) (err error) {
	page.Linked, err = s.linkedWith(ctx, d)
	return err
}

func (s *Server) linkAHQ(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	reference := form.Get("reference")
	_, err = s.Flow.LinkAHQ(c.Request.Context(), actor(c), about(c).AHQ.ID, reference, models.LinkKind(form.Get("relation")))
	return s.considered(c, err, say("notice.linked", "AHQ", reference))
}

func (s *Server) unlinkAHQ(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	err = s.Flow.UnlinkAHQ(c.Request.Context(), actor(c), about(c).AHQ.ID, models.AHQID(form.Get("ahq")))
	return s.considered(c, err, say("notice.unlinked"))
}

func (s *Server) sayWhyNew(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	_, err = s.Flow.SayWhyNew(c.Request.Context(), actor(c), about(c).AHQ.ID, lineEnds(form.Get("new_why")))
	return s.considered(c, err, say("notice.why_kept"))
}

// considered leads back to the page before issuing, or says there what is wrong.
func (s *Server) considered(c *gin.Context, err error, notice phrase) error {
	a := about(c).AHQ
	if err == nil && a.State != models.AHQDraft {
		return s.done(c, ahqURL(a), notice)
	}
	if err == nil {
		return s.done(c, ahqURL(a)+"/issue#earlier", notice)
	}
	if a.State != models.AHQDraft {
		return err
	}
	code, said, err := complain(err)
	if err != nil {
		return err
	}
	for i := range said {
		if said[i].Field != "new_why" { // no earlier AHQ has a field of its own
			said[i].Field = "links"
		}
	}
	return s.showIssue(c, code, nil, said)
}

// An answeredEarlier is an earlier AHQ on the same thing, and who answered it:
// they may have something to say again.
type answeredEarlier struct {
	URL, Reference, Topic string
	NCPs                  phrase
}

// answeredEarlier are those with an edition, as the form's topic stands, and the
// one that it begins from.
func (s *Server) answeredEarlier(ctx context.Context, d ahqDesk, page ahqFormPage) (all []answeredEarlier, err error) {
	a := d.AHQ
	a.Topic = page.Typed.Topic
	if a.ID == "" {
		a.Questionnaire = page.Start.Asks
	}
	found, err := s.Flow.Earlier(ctx, d.Who, a)
	if err != nil {
		return nil, err
	}
	first, err := s.begunFrom(ctx, d.Who.Scope(), page.Start)
	entries := first
	for _, e := range found {
		if len(first) == 0 || e.Reference != first[0].Reference {
			entries = append(entries, e.Entry)
		}
	}
	for _, e := range entries {
		if len(e.Countries) > 0 {
			all = append(all, answeredEarlier{entryURL(e.Reference), e.Reference, e.Topic, inSentence(named(e.Countries, d.Names))})
		}
	}
	return all, err
}

// begunFrom is the entry of the AHQ that a new one begins from, whatever its topic
// becomes; none while that has no edition.
func (s *Server) begunFrom(ctx context.Context, in models.Scope, begin start) ([]models.Entry, error) {
	if begin.from.Reference == nil {
		return nil, nil
	}
	e, err := s.Store.LibraryEntry(ctx, in, *begin.from.Reference)
	if errors.Is(err, models.ErrNotFound) {
		return nil, nil
	}
	return []models.Entry{e}, err
}
