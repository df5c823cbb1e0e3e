package handlers

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A peoplePage lists who can come in.
type peoplePage struct {
	Rows []personRow
}

// A personRow is one person with what they are.
type personRow struct {
	URL           string
	Name          string
	Email         string
	Memberships   []phrase
	Administrator bool
	State         label
}

// Title of the page.
func (p peoplePage) Title() phrase { return say("nav.people") }

func (s *Server) people(c *gin.Context) error {
	ctx := c.Request.Context()
	names, err := s.Store.Names(ctx)
	if err != nil {
		return err
	}
	persons, err := s.Store.Persons(ctx)
	if err != nil {
		return err
	}
	var page peoplePage
	for _, p := range persons {
		if !strings.Contains(p.Email, "@") {
			continue // ahq itself, which nobody can be
		}
		row, err := s.personRow(ctx, p, names)
		if err != nil {
			return err
		}
		page.Rows = append(page.Rows, row)
	}
	return s.html(c, http.StatusOK, "people", page)
}

func (s *Server) personRow(ctx context.Context, p models.Person, names map[string]string) (personRow, error) {
	row := personRow{URL: personURL(p.ID), Name: p.Name, Email: p.Email, Administrator: p.Administrator, State: personState(p)}
	memberships, err := s.Store.Memberships(ctx, p.ID)
	for _, m := range memberships {
		row.Memberships = append(row.Memberships, say("person.membership", "NCP", names[m.NCP], "Role", worded(roleChoices, string(m.Role))))
	}
	return row, err
}

func personURL(id models.PersonID) string { return "/people/" + string(id) }

func personState(p models.Person) label {
	switch {
	case p.BlockedAt != nil:
		return label{say("person.blocked"), urgent}
	case p.Password == "":
		return label{say("person.invited"), quiet}
	default:
		return label{say("person.active"), good}
	}
}

// An invitePage brings somebody in.
type invitePage struct {
	Typed       workflow.NewPerson
	Memberships []membershipField
	Complaints  complaints
}

// Title of the page.
func (p invitePage) Title() phrase { return p.Complaints.title(say("people.invite")) }

func (s *Server) invitePage(c *gin.Context) error {
	return s.showInvite(c, http.StatusOK, workflow.NewPerson{}, nil)
}

func (s *Server) showInvite(c *gin.Context, code int, typed workflow.NewPerson, said complaints) error {
	fields, err := s.membershipFields(c.Request.Context(), typed.Memberships)
	if err != nil {
		return err
	}
	return s.html(c, code, "invite", invitePage{Typed: typed, Memberships: fields, Complaints: said})
}

// An invitedPage shows the link that lets a new person in, where no mail goes out.
type invitedPage struct {
	Name, Email string
	Link        string // "" it was mailed
}

// Title of the page.
func (p invitedPage) Title() phrase { return say("invite.done", "Name", p.Name) }

func (s *Server) invite(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	typed := workflow.NewPerson{
		Email: form.Get("email"), Name: form.Get("name"), Administrator: form.Get("administrator") == "yes",
		Memberships: typedMemberships(form),
	}
	person, secret, err := s.Flow.Invite(c.Request.Context(), actor(c), typed)
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showInvite(c, code, typed, said)
	}
	page := invitedPage{Name: person.Name, Email: person.Email}
	if s.Flow.Mail == nil {
		page.Link = s.Flow.Address("/invitation/" + secret)
	}
	return s.html(c, http.StatusOK, "invited", page)
}

// typedMemberships are the rows of a form that name an NCP.
func typedMemberships(form url.Values) []models.Membership {
	var all []models.Membership
	roles := form["role"]
	for i, ncp := range form["ncp"] {
		if ncp != "" && i < len(roles) {
			all = append(all, models.Membership{NCP: ncp, Role: models.Role(roles[i])})
		}
	}
	return all
}
