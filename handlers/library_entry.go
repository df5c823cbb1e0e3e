package handlers

import (
	"context"
	"net/http"
	"regexp"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// An entryPage is one AHQ in the library, as far as who looks may read it.
type entryPage struct {
	Reference  string
	Topic      string // as printed, with its prefix
	Facts      []fact
	Background string
	Questions  []string
	Editions   []entryEdition
	Linked     []linkedEntry
	Own        string // its page for those who see it; "" for the public
}

// An entryEdition is one edition, with ways to have it; none when it was withdrawn.
type entryEdition struct {
	Name      phrase
	At        time.Time
	Downloads []link
	Gone      bool
}

// A linkedEntry is another AHQ in the library.
type linkedEntry struct {
	Relation phrase
	URL      string
	Name     string
}

// Title of the page.
func (p entryPage) Title() phrase {
	return say("ahq.title", "Called", say("ahq.called", "Reference", p.Reference), "Topic", p.Topic)
}

// referenceShape is what every reference looks like.
var referenceShape = regexp.MustCompile(`^[0-9]{4}\.[0-9]{1,6}$`)

func (s *Server) libraryEntry(c *gin.Context) error {
	ctx, who, reference := c.Request.Context(), actor(c), c.Param("reference")
	if !referenceShape.MatchString(reference) {
		return models.ErrNotFound
	}
	e, err := s.Store.LibraryEntry(ctx, who.Scope(), reference)
	if err != nil {
		return err
	}
	texts, err := s.Flow.TextsInForce(ctx)
	if err != nil {
		return err
	}
	page := entryPage{Reference: e.Reference, Topic: texts.Prefix + " " + e.Topic, Background: e.Background}
	if e.Questions != "" {
		page.Questions = strings.Split(e.Questions, "\n")
	}
	if e.Audience == models.Internal {
		page.Own = ahqURL(models.AHQ{ID: e.AHQID})
	}
	for _, fill := range []func(context.Context, models.Scope, models.Entry, *entryPage) error{s.entryFacts, s.entryEditions, s.entryLinks} {
		if err := fill(ctx, who.Scope(), e, &page); err != nil {
			return err
		}
	}
	return s.html(c, http.StatusOK, "library-entry", page)
}

// entryFacts are who asked, when, who answered, and what it is about.
func (s *Server) entryFacts(ctx context.Context, _ models.Scope, e models.Entry, page *entryPage) error {
	names, err := s.Store.Names(ctx)
	day := e.IssuedAt.In(s.brussels).Format(time.DateOnly)
	page.Facts = []fact{
		{say("ahq.requester"), inSentence(named(e.Requesters, names))},
		{say("ahq.requested_on"), say("ahq.day", "Day", isoDay(day))},
	}
	if len(e.Themes) > 0 {
		page.Facts = append(page.Facts, fact{say("library.themes"), themesText(e.Themes)})
	}
	if len(e.Countries) > 0 {
		page.Facts = append(page.Facts, fact{many("library.respondents_total", len(e.Countries)), inSentence(named(e.Countries, names))})
	}
	return err
}

// entryEditions are those that who looks may have. One that was withdrawn says so;
// of one that is not handed out nothing is said.
func (s *Server) entryEditions(ctx context.Context, in models.Scope, e models.Entry, page *entryPage) error {
	all, err := s.Store.Compilations(ctx, in, e.AHQID)
	for _, c := range all {
		if c.Failed != "" {
			continue
		}
		row := entryEdition{Name: editionName(c), At: c.MadeAt, Gone: c.WithdrawnAt != nil}
		if !row.Gone {
			row.Downloads = editionRowOf(c).Downloads
		}
		page.Editions = append(page.Editions, row)
	}
	return err
}

// entryLinks are other AHQs in the library that it is linked with.
func (s *Server) entryLinks(ctx context.Context, in models.Scope, e models.Entry, page *entryPage) error {
	linked, err := s.Store.LinkedEntries(ctx, in, e.AHQID)
	for _, l := range linked {
		page.Linked = append(page.Linked, linkedEntry{relationOf(l.Relation, l.Back), entryURL(l.Reference), l.Reference + ": " + l.Topic})
	}
	return err
}
