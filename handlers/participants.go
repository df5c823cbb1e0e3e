package handlers

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A participantsPage lists all that take part in the network, or did.
type participantsPage struct {
	Rows []participantRow
}

// A participantRow is one NCP, or the Commission.
type participantRow struct {
	URL, Code, Name string
	Role, When      phrase
	Now             bool // it takes part today
}

// Title of the page.
func (p participantsPage) Title() phrase { return say("nav.participants") }

// participations are what an NCP can be to the network.
var participations = []choice{
	{Value: string(models.Member), Text: say("participants.member")},
	{Value: string(models.Observer), Text: say("participants.observer")},
	{Value: string(models.Invited), Text: say("participants.invited")},
	{Value: string(models.Commission), Text: say("participants.commission")},
}

func (s *Server) participants(c *gin.Context) error {
	all, err := s.Store.NCPs(c.Request.Context())
	if err != nil {
		return err
	}
	var page participantsPage
	for _, n := range all {
		page.Rows = append(page.Rows, participantRow{
			URL: "/participants/" + n.Code, Code: n.Code, Name: n.Name, Role: worded(participations, string(n.Role)),
			When: between(n.FromDay, n.UntilDay), Now: n.FromDay <= s.today() && (n.UntilDay == "" || n.UntilDay >= s.today()),
		})
	}
	return s.html(c, http.StatusOK, "participants", page)
}

// between says when somebody takes part.
func between(from, until string) phrase {
	switch {
	case from == "" && until == "":
		return say("participants.always")
	case until == "":
		return say("participants.since", "From", isoDay(from))
	case from == "":
		return say("participants.until", "Until", isoDay(until))
	default:
		return say("participants.from_to", "From", isoDay(from), "Until", isoDay(until))
	}
}

// A participantPage adds a participant, or changes one.
type participantPage struct {
	Heading    phrase
	Action     string
	New        bool
	NCP        models.NCP
	Aliases    string // one a line
	Roles      []choice
	Complaints complaints
}

// Title of the page.
func (p participantPage) Title() phrase { return p.Complaints.title(p.Heading) }

func (s *Server) newParticipant(c *gin.Context) error {
	return s.showParticipant(c, http.StatusOK, models.NCP{Role: models.Member}, nil)
}

func (s *Server) participant(c *gin.Context) error {
	n, err := s.Store.NCP(c.Request.Context(), c.Param("ncp"))
	if err != nil {
		return err
	}
	return s.showParticipant(c, http.StatusOK, n, nil)
}

func (s *Server) showParticipant(c *gin.Context, code int, n models.NCP, said complaints) error {
	page := participantPage{
		Heading: say("participants.add"), Action: "/participants", New: c.Param("ncp") == "", NCP: n,
		Aliases: joinLines(n.Aliases), Roles: chosen(participations, string(n.Role)), Complaints: said,
	}
	if !page.New {
		page.Heading, page.Action = say("participants.change", "Name", n.Name), "/participants/"+c.Param("ncp")
	}
	return s.html(c, code, "participant", page)
}

// addParticipant adds one; the version of a form that adds is none.
func (s *Server) addParticipant(c *gin.Context) error {
	return s.keepParticipant(c, strings.ToUpper(strings.TrimSpace(c.PostForm("code"))))
}

func (s *Server) changeParticipant(c *gin.Context) error {
	return s.keepParticipant(c, c.Param("ncp"))
}

func (s *Server) keepParticipant(c *gin.Context, code string) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	n := typedNCP(form, code)
	err = s.Flow.SaveNCP(c.Request.Context(), actor(c), n)
	if errors.Is(err, models.ErrDuplicate) {
		return s.showParticipant(c, http.StatusConflict, n, complaints{{"code", say("participants.there_is")}})
	}
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showParticipant(c, code, n, said)
	}
	return s.done(c, "/participants", say("notice.participant", "Name", n.Name))
}

func typedNCP(form url.Values, code string) models.NCP {
	n := models.NCP{
		Code: code, Name: strings.TrimSpace(form.Get("name")), Aliases: splitLines(form.Get("aliases")),
		Role: models.Participation(form.Get("role")), FromDay: form.Get("from_day"), UntilDay: form.Get("until_day"),
	}
	n.Version, _ = strconv.Atoi(form.Get("version")) // none: a new one
	return n
}
