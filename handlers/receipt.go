package handlers

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A receiptPage says what was handed in, and when.
type receiptPage struct {
	Desk    deskHead
	Version versionView
	Waits   bool // for the requester
	Acts    []link
	Base    string
}

// A versionView is a delivered version in words.
type versionView struct {
	URL      string
	Number   int
	At       time.Time
	By       string
	Hash     string
	Wider    bool
	Late     bool
	Entered  bool
	Warnings int // that stayed open
	InForce  bool
}

// Title of the page.
func (p receiptPage) Title() phrase { return say("receipt.title", "Topic", p.Desk.Topic) }

func (s *Server) receipt(c *gin.Context) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	if d.Response.InForce == 0 {
		return models.ErrNotFound
	}
	v, err := s.Store.Version(c.Request.Context(), actor(c).Scope(), d.Response.ID, d.Response.InForce)
	if err != nil {
		return err
	}
	view, err := s.versionView(c, d.Response, v)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "receipt", receiptPage{
		Desk: d.head(d.home()), Version: view, Waits: d.Response.State == models.Submitted, Acts: d.acts(), Base: d.URL(),
	})
}

func (s *Server) versionView(c *gin.Context, r models.Response, v models.Version) (versionView, error) {
	by, err := s.Store.Person(c.Request.Context(), v.SubmittedBy)
	return versionView{
		URL: versionURL(v), Number: v.Number, At: v.SubmittedAt, By: by.Name, Hash: v.Hash,
		Wider: v.Wider, Late: v.Late, Entered: v.Entered, Warnings: v.Warnings, InForce: v.Number == r.InForce,
	}, err
}
