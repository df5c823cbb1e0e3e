package handlers

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// inOutbox is how many messages the outbox shows.
const inOutbox = 200

// An outboxPage shows what was written to whom, newest first, for where no mail
// goes out, or when it did not arrive.
type outboxPage struct {
	Mails    bool // mail goes out
	Messages []messageView
}

// A messageView is one message in words.
type messageView struct {
	At                time.Time
	To, Subject, Body string
	State             label
	Failed            string // why
	Again             string // where it is tried again; "" it need not be
}

// Title of the page.
func (p outboxPage) Title() phrase { return say("nav.outbox") }

func (s *Server) outbox(c *gin.Context) error {
	all, err := s.Store.Messages(c.Request.Context(), inOutbox)
	if err != nil {
		return err
	}
	page := outboxPage{Mails: s.Flow.Mail != nil}
	for _, m := range all {
		page.Messages = append(page.Messages, messageView{
			At: m.CreatedAt, To: m.Address, Subject: m.Subject, Body: s.Flow.Written(m),
			State: messageState(m, page.Mails), Failed: m.Failed, Again: again(m),
		})
	}
	return s.html(c, http.StatusOK, "outbox", page)
}

// again is where a message that was given up is tried again.
func again(m models.Message) string {
	if m.BouncedAt == nil {
		return ""
	}
	return "/outbox/" + string(m.ID) + "/send"
}

func (s *Server) sendAgain(c *gin.Context) error {
	if err := s.Flow.SendAgain(c.Request.Context(), actor(c), models.MessageID(c.Param("message"))); err != nil {
		return err
	}
	return s.done(c, "/outbox", say("notice.sent_again"))
}

func messageState(m models.Message, mails bool) label {
	switch {
	case m.SentAt != nil:
		return label{say("outbox.sent"), good}
	case m.BouncedAt != nil:
		return label{say("outbox.bounced"), urgent}
	case m.Failed != "":
		return label{say("outbox.failed"), urgent}
	case mails:
		return label{say("outbox.waiting"), going}
	default:
		return label{say("outbox.only_here"), quiet}
	}
}
