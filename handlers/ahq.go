package handlers

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// An ahqPage is one AHQ with all that belongs to it, as far as who looks sees it.
type ahqPage struct {
	Head        ahqHead
	URL         string
	Facts       []fact
	Notes       []remark
	Background  string
	Acts        []offer
	Own         []ownResponse
	Printed     printed
	Addressed   addressed
	Tracking    *tracking     // for those who asked
	Calendar    *calendarView // nil: there is no date yet
	Attachments []file
	Attaches    bool
	Inquiries   []inquiryView
	Asks        bool
	Corrigenda  []corrigendumView
	Editions    []editionRow
	Linked      []linkedView
	Unlink      string // "" on this page
}

// A fact is a short label and what it says.
type fact struct {
	Label, Text phrase
}

// Title of the page.
func (p ahqPage) Title() phrase {
	return say("ahq.title", "Called", p.Head.Called, "Topic", p.Head.Topic)
}

func (s *Server) ahq(c *gin.Context) error {
	d, err := s.ahqDesk(c)
	if err != nil {
		return err
	}
	page := d.ahqPage()
	for _, fill := range ahqParts {
		if err := fill(s, c.Request.Context(), d, &page); err != nil {
			return err
		}
	}
	return s.html(c, http.StatusOK, "ahq", page)
}

// ahqParts are what an AHQ's page reads, each its own part.
var ahqParts = []func(*Server, context.Context, ahqDesk, *ahqPage) error{
	(*Server).fillFacts,
	(*Server).fillReplyTime,
	(*Server).fillOwn,
	(*Server).fillAddressed,
	(*Server).fillTracking,
	(*Server).fillCalendar,
	(*Server).fillAttachments,
	(*Server).fillInquiries,
	(*Server).fillCorrigenda,
	(*Server).fillEditions,
	(*Server).fillLinked,
}

func (d ahqDesk) ahqPage() ahqPage {
	return ahqPage{
		Head: d.head(link{URL: "/ahqs", Text: say("ahq.all")}), URL: d.URL(), Notes: d.remarks(),
		Background: d.AHQ.Background, Acts: d.acts(), Printed: d.printed(),
		Attaches: d.May(workflow.AttachToAHQ) && d.AHQ.State != models.Cancelled,
		Asks:     d.May(workflow.Ask) && !d.May(workflow.AnswerInquiry) && d.AHQ.State == models.Open,
	}
}

// disseminations in words.
var disseminations = map[models.Dissemination]phrase{
	models.OpenDissemination: say("ahq.open"),
	models.EMNOnly:           say("ahq.limited"),
}

// fillFacts says who asks, for whom, until when, and who compiles.
func (s *Server) fillFacts(ctx context.Context, d ahqDesk, page *ahqPage) error {
	compilers, err := s.compilers(ctx, d)
	if err != nil {
		return err
	}
	for _, f := range []fact{
		{say("ahq.requester"), page.Head.Requester},
		{say("ahq.on_behalf_of"), plain(d.AHQ.OnBehalfOf)},
		{say("ahq.requested_on"), instantOf(d.AHQ.IssuedAt)},
		{say("ahq.reply_by"), replyByText(page.Head)},
		{say("ahq.closes_on"), d.closesOn()},
		{say("ahq.closed_on"), instantOf(d.AHQ.ClosedAt)},
		{say("ahq.dissemination"), disseminations[d.AHQ.Dissemination]},
		{say("ahq.compiled_by"), compilers},
	} {
		if !f.Text.empty() {
			page.Facts = append(page.Facts, f)
		}
	}
	return nil
}

// instantOf is when something happened, if it did.
func instantOf(t *time.Time) phrase {
	if t == nil {
		return phrase{}
	}
	return say("ahq.instant", "At", *t)
}

func replyByText(h ahqHead) phrase {
	switch {
	case h.ReplyBy == "":
		return say("ahq.not_set_yet")
	case h.Left.empty():
		return say("ahq.day", "Day", isoDay(h.ReplyBy))
	default:
		return say("ahq.reply_by_left", "Day", isoDay(h.ReplyBy), "Left", h.Left)
	}
}

// remarks tell what happened to an AHQ that everybody should know.
func (d ahqDesk) remarks() []remark {
	switch d.AHQ.State {
	case models.Cancelled:
		return []remark{{say("ahq.is_cancelled"), plain(d.AHQ.CancelledWhy), urgent}}
	case models.AHQDraft:
		return []remark{{say("ahq.is_draft"), say("ahq.is_draft_text"), quiet}}
	case models.Closed:
		return []remark{{say("ahq.is_closed"), say("ahq.is_closed_text"), quiet}}
	case models.Open:
	}
	return nil
}

// fillAttachments lists the files beside an AHQ.
func (s *Server) fillAttachments(ctx context.Context, d ahqDesk, page *ahqPage) error {
	attached, err := s.Store.Attachments(ctx, d.Who.Scope(), d.AHQ.ID)
	page.Attachments = files(attached)
	return err
}

// attachToAHQ puts a file beside an AHQ.
func (s *Server) attachToAHQ(c *gin.Context) error {
	file, closeFile, err := upload(c)
	if err != nil {
		return err
	}
	defer closeFile()
	kept, err := s.Flow.Attach(c.Request.Context(), actor(c), about(c).AHQ.ID, file)
	if err != nil {
		return err
	}
	return s.done(c, ahqURL(about(c).AHQ)+"#attachments", say("notice.attached", "File", kept.Name))
}

func (s *Server) removeFromAHQ(c *gin.Context) error {
	if err := s.Flow.RemoveAttachment(c.Request.Context(), actor(c), models.AttachmentID(c.Param("attachment"))); err != nil {
		return err
	}
	return s.done(c, ahqURL(about(c).AHQ)+"#attachments", say("notice.removed"))
}
