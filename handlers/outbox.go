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
			At: m.CreatedAt, To: m.Address, Subject: m.Subject, Body: m.Body,
			State: messageState(m, page.Mails), Failed: m.Failed,
		})
	}
	return s.html(c, http.StatusOK, "outbox", page)
}

func messageState(m models.Message, mails bool) label {
	switch {
	case m.SentAt != nil:
		return label{say("outbox.sent"), good}
	case m.Failed != "":
		return label{say("outbox.failed"), urgent}
	case mails:
		return label{say("outbox.waiting"), going}
	default:
		return label{say("outbox.only_here"), quiet}
	}
}
