package handlers

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A compilersPage names who compiles an AHQ.
type compilersPage struct {
	Head       ahqHead
	Action     string
	People     []choice
	Email      string // of somebody else
	Complaints complaints
}

// Title of the page.
func (p compilersPage) Title() phrase {
	return p.Complaints.title(say("compilers.title", "Topic", p.Head.Topic))
}

// compilers of an AHQ, by name.
func (s *Server) compilers(ctx context.Context, d ahqDesk) (phrase, error) {
	if len(d.AHQ.Compilers) == 0 {
		return say("compilers.requester"), nil
	}
	var names []string
	for _, id := range d.AHQ.Compilers {
		name, err := s.person(ctx, id)
		if err != nil {
			return phrase{}, err
		}
		names = append(names, name)
	}
	return inSentence(names), nil
}

func (s *Server) compilersPage(c *gin.Context) error {
	return s.showCompilers(c, http.StatusOK, compilersPage{}, about(c).AHQ.Compilers)
}

func (s *Server) showCompilers(c *gin.Context, code int, page compilersPage, named []models.PersonID) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	page.Head, page.Action = d.head(d.home()), d.URL("compilers")
	if page.People, err = s.candidates(c.Request.Context(), d.AHQ, named); err != nil {
		return err
	}
	return s.html(c, code, "compilers", page)
}

// candidates are the people of the NCPs that ask, and those who are named.
func (s *Server) candidates(ctx context.Context, a models.AHQ, named []models.PersonID) ([]choice, error) {
	ids := slices.Clone(named)
	for _, r := range a.Requesters {
		members, err := s.Store.MembershipsOf(ctx, r.NCP)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			ids = append(ids, m.PersonID)
		}
	}
	slices.Sort(ids)
	var all []choice
	for _, id := range slices.Compact(ids) {
		p, err := s.Store.Person(ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, choice{string(id), plain(p.Name + ", " + p.Email), slices.Contains(named, id)})
	}
	return all, nil
}

// nameCompilers names the chosen, and somebody else by their address.
func (s *Server) nameCompilers(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	var named []models.PersonID
	for _, id := range form["person"] {
		named = append(named, models.PersonID(id))
	}
	page := compilersPage{Email: strings.TrimSpace(form.Get("email"))}
	everybody, err := s.alsoByEmail(c.Request.Context(), named, page.Email)
	if errors.Is(err, models.ErrNotFound) {
		page.Complaints = complaints{{"email", say("compilers.nobody")}}
		return s.showCompilers(c, http.StatusUnprocessableEntity, page, named)
	}
	if err != nil {
		return err
	}
	if _, err := s.Flow.NameCompilers(c.Request.Context(), actor(c), about(c).AHQ.ID, everybody); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		page.Complaints = said
		return s.showCompilers(c, code, page, about(c).AHQ.Compilers)
	}
	return s.done(c, ahqURL(about(c).AHQ), say("notice.compilers"))
}

func (s *Server) alsoByEmail(ctx context.Context, named []models.PersonID, email string) ([]models.PersonID, error) {
	if email == "" {
		return named, nil
	}
	p, err := s.Store.PersonByEmail(ctx, strings.ToLower(email))
	if err != nil || slices.Contains(named, p.ID) {
		return named, err
	}
	return append(slices.Clone(named), p.ID), nil
}
