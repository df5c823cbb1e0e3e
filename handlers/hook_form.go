package handlers

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A hookFormPage registers a hook, or changes one.
type hookFormPage struct {
	Heading    phrase
	Action     string
	Back       link
	New        bool
	Version    int
	Typed      workflow.HookForm
	Keepers    []choice
	Events     []choice
	Private    bool // addresses that are not public are taken too
	Complaints complaints
}

// Title of the page.
func (p hookFormPage) Title() phrase { return p.Complaints.title(p.Heading) }

func (s *Server) newHook(c *gin.Context) error {
	return s.showHookForm(c, http.StatusOK, hookFormPage{Typed: workflow.HookForm{Events: workflow.HookEvents()}})
}

func (s *Server) editHook(c *gin.Context) error {
	h, err := s.hookAsked(c)
	if err != nil {
		return err
	}
	return s.showHookForm(c, http.StatusOK, hookFormPage{
		Version: h.Version, Typed: workflow.HookForm{NCP: h.NCP, Name: h.Name, URL: h.URL, Events: h.Events},
	})
}

func (s *Server) showHookForm(c *gin.Context, code int, page hookFormPage) (err error) {
	page.Private = s.Flow.PrivateHooks
	page.Heading, page.Action, page.Back = say("hooks.add"), "/hooks", link{URL: "/hooks", Text: say("nav.hooks")}
	if id := c.Param("hook"); id != "" {
		at := hookURL(models.HookID(id))
		page.Heading, page.Action, page.Back = say("hooks.change"), at+"/edit", link{URL: at, Text: say("hooks.this")}
	}
	page.New = c.Param("hook") == ""
	keepers, err := s.keepers(c.Request.Context(), c)
	page.Keepers = chosen(keepers, page.Typed.NCP)
	page.Events = slices.Clone(listenable())
	for i := range page.Events {
		page.Events[i].Chosen = slices.Contains(page.Typed.Events, models.HookEvent(page.Events[i].Value))
	}
	if err != nil {
		return err
	}
	return s.html(c, code, "hook-form", page)
}

// createHook registers one, and shows its secret once.
func (s *Server) createHook(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	typed := typedHook(form)
	h, secret, err := s.Flow.CreateHook(c.Request.Context(), actor(c), typed)
	if err != nil {
		return s.complainOfHook(c, err, hookFormPage{Typed: typed})
	}
	return s.showHook(c, h, secret)
}

func (s *Server) changeHook(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	page := hookFormPage{Typed: typedHook(form)}
	page.Version, _ = strconv.Atoi(form.Get("version")) // none: an old one
	h, err := s.Flow.ChangeHook(c.Request.Context(), actor(c), models.HookID(c.Param("hook")), page.Version, page.Typed)
	if err != nil {
		return s.complainOfHook(c, err, page)
	}
	return s.done(c, hookURL(h.ID), say("notice.saved"))
}

// complainOfHook shows the form with what stands in the way, and all that was typed.
func (s *Server) complainOfHook(c *gin.Context, err error, page hookFormPage) error {
	code, said, err := complain(err)
	if err != nil {
		return err
	}
	page.Complaints = said
	return s.showHookForm(c, code, page)
}

func typedHook(form url.Values) workflow.HookForm {
	typed := workflow.HookForm{NCP: form.Get("ncp"), Name: strings.TrimSpace(form.Get("name")), URL: strings.TrimSpace(form.Get("url"))}
	for _, event := range form["events"] {
		typed.Events = append(typed.Events, models.HookEvent(event))
	}
	return typed
}
