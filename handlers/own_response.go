package handlers

import (
	"context"
	"errors"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// An ownResponse is how somebody's own NCP stands to an AHQ: it has a response,
// or may begin one.
type ownResponse struct {
	NCP   string // code
	Name  string
	URL   string // of the response; "" there is none
	Begin string // where one is begun
	Asks  bool   // it is among the requesters
	State label
	Left  phrase
}

// fillOwn shows each of the reader's NCPs its response, or offers to respond.
func (s *Server) fillOwn(ctx context.Context, d ahqDesk, page *ahqPage) error {
	if d.AHQ.State == models.AHQDraft {
		return nil
	}
	for _, ncp := range d.Who.NCPs(models.Coordinator, models.Contributor, models.Reader) {
		own, shown, err := s.ownResponse(ctx, d, ncp)
		if err != nil {
			return err
		}
		if shown {
			page.Own = append(page.Own, own)
		}
	}
	return nil
}

func (s *Server) ownResponse(ctx context.Context, d ahqDesk, ncp string) (own ownResponse, shown bool, err error) {
	scope := d.Who.Scope()
	own = ownResponse{NCP: ncp, Name: d.name(ncp), Begin: d.URL("respond"), Asks: isRequester(d.AHQ, ncp)}
	r, err := s.Store.ResponseOf(ctx, scope, d.AHQ.ID, ncp)
	if errors.Is(err, models.ErrNotFound) {
		return own, d.AHQ.State == models.Open && d.Who.Is(ncp, models.Coordinator), nil
	}
	if err != nil {
		return own, false, err
	}
	own.URL, own.State = responseURL(r.ID), responseState(r)
	if r.State == models.Draft && d.AHQ.State == models.Open {
		replyBy, err := s.replyBy(ctx, scope, d.AHQ, ncp)
		if err != nil {
			return own, false, err
		}
		own.Left = say("ahq.your_reply_by", "Day", isoDay(replyBy), "Left", timeLeft(replyBy, d.Today))
	}
	return own, true, nil
}

// respond begins an answer that was not asked for.
func (s *Server) respond(c *gin.Context) error {
	r, err := s.Flow.Respond(c.Request.Context(), actor(c), about(c).AHQ.ID, c.PostForm("ncp"))
	if err != nil {
		return err
	}
	return s.done(c, responseURL(r.ID), say("notice.responding"))
}
