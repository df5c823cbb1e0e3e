package handlers

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A personPage is one person, for the administrator.
type personPage struct {
	URL         string
	Person      personRow
	Itself      bool // the administrator who looks
	Blocked     bool
	Memberships []membershipField
	Sessions    []time.Time // when they signed in, where they still are
	Complaints  complaints
}

// A membershipField gives a person a role in an NCP.
type membershipField struct {
	Number int // for people: "1", "2"
	ID     string
	NCPs   []choice
	Roles  []choice
}

// Title of the page.
func (p personPage) Title() phrase { return p.Complaints.title(plain(p.Person.Name)) }

// personAsked is the person that the path names.
func (s *Server) personAsked(c *gin.Context) (models.Person, error) {
	return s.Store.Person(c.Request.Context(), models.PersonID(c.Param("person")))
}

func (s *Server) personPage(c *gin.Context) error {
	p, err := s.personAsked(c)
	if err != nil {
		return err
	}
	memberships, err := s.Store.Memberships(c.Request.Context(), p.ID)
	if err != nil {
		return err
	}
	return s.showPerson(c, http.StatusOK, p, memberships, nil)
}

func (s *Server) showPerson(c *gin.Context, code int, p models.Person, memberships []models.Membership, said complaints) error {
	ctx := c.Request.Context()
	names, err := s.Store.Names(ctx)
	if err != nil {
		return err
	}
	row, err := s.personRow(ctx, p, names)
	if err != nil {
		return err
	}
	fields, err := s.membershipFields(ctx, memberships)
	if err != nil {
		return err
	}
	signedIn, err := s.sessionsOf(ctx, p)
	if err != nil {
		return err
	}
	return s.html(c, code, "person", personPage{
		URL: personURL(p.ID), Person: row, Itself: p.ID == actor(c).Person.ID, Blocked: p.BlockedAt != nil,
		Memberships: fields, Sessions: sinceWhen(signedIn), Complaints: said,
	})
}

// roleChoices are what a person can be to an NCP.
var roleChoices = []choice{
	{Value: string(models.Coordinator), Text: say("person.coordinator")},
	{Value: string(models.Contributor), Text: say("person.contributor")},
	{Value: string(models.Reader), Text: say("person.reader")},
}

// spare is how many empty rows a form of memberships has.
const spare = 2

// membershipFields are the memberships there are, and empty rows for more.
func (s *Server) membershipFields(ctx context.Context, memberships []models.Membership) ([]membershipField, error) {
	all, err := s.Store.NCPs(ctx)
	if err != nil {
		return nil, err
	}
	ncps := []choice{{Value: "", Text: say("person.none")}}
	for _, n := range all {
		ncps = append(ncps, choice{Value: n.Code, Text: plain(n.Name)})
	}
	var fields []membershipField
	for i := range len(memberships) + spare {
		var m models.Membership
		if i < len(memberships) {
			m = memberships[i]
		}
		fields = append(fields, membershipField{
			Number: i + 1, ID: strconv.Itoa(i), NCPs: chosen(ncps, m.NCP), Roles: chosen(roleChoices, string(m.Role)),
		})
	}
	return fields, nil
}

func (s *Server) setMemberships(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	p, err := s.personAsked(c)
	if err != nil {
		return err
	}
	typed := typedMemberships(form)
	if err := s.Flow.SetMemberships(c.Request.Context(), actor(c), p.ID, typed); err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showPerson(c, code, p, typed, said)
	}
	return s.done(c, personURL(p.ID), say("notice.saved"))
}

// blockPerson keeps somebody out, or lets them in again.
func (s *Server) blockPerson(c *gin.Context) error {
	p, err := s.personAsked(c)
	if err != nil {
		return err
	}
	blocked := c.PostForm("blocked") == "yes"
	if err := s.Flow.Block(c.Request.Context(), actor(c), p.ID, blocked); err != nil {
		return err
	}
	notice := say("notice.unblocked", "Name", p.Name)
	if blocked {
		notice = say("notice.blocked", "Name", p.Name)
	}
	return s.done(c, personURL(p.ID), notice)
}
