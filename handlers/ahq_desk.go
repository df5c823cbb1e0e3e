package handlers

import (
	"cmp"
	"context"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An ahqDesk is an AHQ with what all its pages need.
type ahqDesk struct {
	subject
	Who   workflow.Actor
	Today string
	Texts workflow.Texts
}

// ahqDesk reads the AHQ that the path names, or that of the response it names.
func (s *Server) ahqDesk(c *gin.Context) (d ahqDesk, err error) {
	d = ahqDesk{subject: about(c), Who: actor(c), Today: s.today()}
	if d.Texts, err = s.Flow.TextsInForce(c.Request.Context()); err != nil {
		return d, err
	}
	d.Names, err = s.Store.Names(c.Request.Context())
	return d, err
}

// An ahqHead stands above every page of an AHQ: what it is, who asks, until when.
type ahqHead struct {
	Back      link
	Called    phrase // "AHQ 2016.14"
	Topic     string // as printed, with its prefix
	URL       string
	Requester phrase
	State     label
	ReplyBy   string // a day
	Left      phrase
	Pressing  bool
}

func (d ahqDesk) head(back link) ahqHead {
	h := ahqHead{
		Back: back, Called: called(d.AHQ), Topic: printedTopic(d.Texts, d.AHQ), URL: ahqURL(d.AHQ),
		Requester: inSentence(requesters(d.AHQ, d.Names)), State: ahqStates[d.AHQ.State], ReplyBy: d.AHQ.ReplyBy,
	}
	if d.AHQ.State == models.Open {
		h.Left, h.Pressing = timeLeft(h.ReplyBy, d.Today), pressing(h.ReplyBy, d.Today)
	}
	return h
}

// called is what an AHQ goes by; a draft has no reference yet.
func called(a models.AHQ) phrase {
	if a.Reference == nil {
		return say("ahq.draft")
	}
	return say("ahq.called", "Reference", *a.Reference)
}

// requesters are the names of who asks, the lead first.
func requesters(a models.AHQ, names map[string]string) []string {
	asking := make([]string, len(a.Requesters))
	for i, r := range a.Requesters {
		asking[i] = names[r.NCP]
	}
	return asking
}

// home leads back to the AHQ's own page.
func (d ahqDesk) home() link { return link{URL: ahqURL(d.AHQ), Text: say("ahq.back")} }

// printedTopic is a topic as it is printed: nobody types the prefix.
func printedTopic(texts workflow.Texts, a models.AHQ) string {
	return texts.Prefix + " " + a.Topic
}

// URL of the AHQ, or of a page under it.
func (d ahqDesk) URL(parts ...string) string {
	return strings.Join(append([]string{ahqURL(d.AHQ)}, parts...), "/")
}

// Can says whether the actor may move the AHQ so, now.
func (d ahqDesk) Can(act workflow.Act) bool {
	return d.May(act) && workflow.CanMoveAHQ(d.AHQ, act)
}

// ncps are the names of participants.
func (d ahqDesk) ncps(codes []string) []string { return named(codes, d.Names) }

// name of a participant.
func (d ahqDesk) name(code string) string { return ncpName(code, d.Names) }

// named are NCPs by name.
func named(codes []string, names map[string]string) []string {
	all := make([]string, len(codes))
	for i, code := range codes {
		all[i] = ncpName(code, names)
	}
	return all
}

// ncpName is what an NCP is called; a code that nobody knows stands for itself.
func ncpName(code string, names map[string]string) string { return cmp.Or(names[code], code) }

// person is what somebody is called.
func (s *Server) person(ctx context.Context, id models.PersonID) (string, error) {
	p, err := s.Store.Person(ctx, id)
	return p.Name, err
}
