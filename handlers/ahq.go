package handlers

import (
	"context"
	"net/http"

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
	Tracking    *tracking // for those who asked
	Attachments []file
	Attaches    bool
	Inquiries   []inquiryView
	Asks        bool
	Corrigenda  []corrigendumView
	Editions    []editionRow
}

// A fact is a short label and what it says.
type fact struct {
	Label, Text string
}

// Title of the page.
func (p ahqPage) Title() string { return p.Head.Reference + ": " + p.Head.Topic }

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
	(*Server).fillOwn,
	(*Server).fillAddressed,
	(*Server).fillTracking,
	(*Server).fillAttachments,
	(*Server).fillInquiries,
	(*Server).fillCorrigenda,
	(*Server).fillEditions,
}

func (d ahqDesk) ahqPage() ahqPage {
	return ahqPage{
		Head: d.head(link{URL: "/ahqs", Text: "All AHQs"}), URL: d.URL(), Notes: d.remarks(),
		Background: d.AHQ.Background, Acts: d.acts(), Printed: d.printed(),
		Attaches: d.May(workflow.AttachToAHQ) && d.AHQ.State != models.Cancelled,
		Asks:     d.May(workflow.Ask) && !d.May(workflow.AnswerInquiry) && d.AHQ.State == models.Open,
	}
}

// disseminations in words.
var disseminations = map[models.Dissemination]string{
	models.OpenDissemination: "Open: a public edition can be made",
	models.EMNOnly:           "Limited: for the EMN only",
}

// fillFacts says who asks, for whom, until when, and who compiles.
func (s *Server) fillFacts(ctx context.Context, d ahqDesk, page *ahqPage) error {
	compilers, err := s.compilers(ctx, d)
	if err != nil {
		return err
	}
	add := func(label, text string) {
		if text != "" {
			page.Facts = append(page.Facts, fact{label, text})
		}
	}
	add("Requester", requesterNames(d.AHQ, d.Names))
	add("On behalf of", d.AHQ.OnBehalfOf)
	if d.AHQ.IssuedAt != nil {
		add("Requested on", s.instant(*d.AHQ.IssuedAt))
	}
	add("Reply by", replyByText(page.Head))
	if d.AHQ.ClosedAt != nil {
		add("Closed on", s.instant(*d.AHQ.ClosedAt))
	}
	add("Dissemination", disseminations[d.AHQ.Dissemination])
	add("Compiled by", compilers)
	return nil
}

func replyByText(h ahqHead) string {
	if h.ReplyBy == "" {
		return "Not set yet"
	}
	if h.Left == "" {
		return day(h.ReplyBy)
	}
	return day(h.ReplyBy) + " (" + h.Left + ")"
}

// remarks tell what happened to an AHQ that everybody should know.
func (d ahqDesk) remarks() []remark {
	switch d.AHQ.State {
	case models.Cancelled:
		return []remark{{"This AHQ was cancelled", d.AHQ.CancelledWhy, urgent}}
	case models.AHQDraft:
		return []remark{{"This is a draft", "Nobody but its requesters sees it until it is issued.", quiet}}
	case models.Closed:
		return []remark{{"This AHQ is closed", "First answers are no longer accepted, unless the requester reopens it.", quiet}}
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
	return s.done(c, ahqURL(about(c).AHQ)+"#attachments", kept.Name+" is attached.")
}

func (s *Server) removeFromAHQ(c *gin.Context) error {
	if err := s.Flow.RemoveAttachment(c.Request.Context(), actor(c), models.AttachmentID(c.Param("attachment"))); err != nil {
		return err
	}
	return s.done(c, ahqURL(about(c).AHQ)+"#attachments", "Removed.")
}
