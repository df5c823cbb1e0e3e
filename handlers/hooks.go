package handlers

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A hooksPage lists the other systems that are told what happens.
type hooksPage struct {
	Rows []hookView
}

// A hookView is one hook in words, without its secret.
type hookView struct {
	URL, Name, Address string
	Of                 phrase // whose it is
	Events             []phrase
	State              label
	Why                phrase // it is off
	Off                bool
}

// Title of the page.
func (p hooksPage) Title() phrase { return say("nav.hooks") }

func hookURL(id models.HookID) string { return "/hooks/" + string(id) }

// hookEvents are what a hook can be told of.
var hookEvents = []choice{
	{Value: string(models.AHQIssued), Text: say("hooks.issued")},
	{Value: string(models.ResponseSubmitted), Text: say("hooks.submitted")},
	{Value: string(models.ResponseReturned), Text: say("hooks.returned")},
	{Value: string(models.AHQClosed), Text: say("hooks.closed")},
	{Value: string(models.EditionMade), Text: say("hooks.edition")},
	{Value: string(models.HookTest), Text: say("hooks.test_event")},
}

// listenable are those that something has to happen for.
func listenable() []choice { return hookEvents[:len(hookEvents)-1] }

func (s *Server) hooks(c *gin.Context) error {
	ctx := c.Request.Context()
	names, err := s.Store.Names(ctx)
	if err != nil {
		return err
	}
	all, err := s.Store.Hooks(ctx, actor(c).Scope())
	if err != nil {
		return err
	}
	var page hooksPage
	for _, h := range all {
		page.Rows = append(page.Rows, hookViewOf(h, names))
	}
	return s.html(c, http.StatusOK, "hooks", page)
}

func hookViewOf(h models.Hook, names map[string]string) hookView {
	v := hookView{
		URL: hookURL(h.ID), Name: h.Name, Address: h.URL, Of: say("hooks.of_all"),
		State: hookState(h), Why: english(sentence(h.OffWhy)), Off: h.OffAt != nil,
	}
	if h.NCP != "" {
		v.Of = plain(names[h.NCP])
	}
	for _, e := range h.Events {
		v.Events = append(v.Events, worded(hookEvents, string(e)))
	}
	return v
}

func hookState(h models.Hook) label {
	switch {
	case h.OffAt != nil:
		return label{say("hooks.off"), quiet}
	case h.FailingSince != nil:
		return label{say("hooks.failing"), urgent}
	default:
		return label{say("hooks.on"), good}
	}
}

// hookAsked is the one that the path names.
func (s *Server) hookAsked(c *gin.Context) (models.Hook, error) {
	return s.Store.Hook(c.Request.Context(), actor(c).Scope(), models.HookID(c.Param("hook")))
}

// keepers are those who a hook can be for, by who registers it: an administrator
// for all or any, others for what they coordinate.
func (s *Server) keepers(ctx context.Context, c *gin.Context) ([]choice, error) {
	all, err := s.Store.NCPs(ctx)
	who := actor(c)
	var whose []choice
	if who.Person.Administrator {
		whose = append(whose, choice{Text: say("hooks.of_all")})
	}
	for _, n := range all {
		if who.Person.Administrator || who.Is(n.Code, models.Coordinator) {
			whose = append(whose, choice{Value: n.Code, Text: plain(n.Name)})
		}
	}
	return whose, err
}
