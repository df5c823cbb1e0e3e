package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow/document"
)

// previewPolicy lets an edition shown in place have its one style, and nothing
// else: what NCPs wrote is in it. Only our own pages show it in a frame.
var previewPolicy = "default-src 'none'; style-src " + document.HTMLStyleHash() +
	"; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// previewEdition shows an edition in place, as it prints.
func (s *Server) previewEdition(c *gin.Context) error {
	_, body, err := s.written(c, document.HTML)
	if err != nil {
		return err
	}
	return s.inPlace(c, body)
}

// previewCompile shows the edition that would be made now.
func (s *Server) previewCompile(c *gin.Context) error {
	body, err := s.Flow.Preview(c.Request.Context(), actor(c), about(c).AHQ.ID, models.Audience(c.Query("audience")), printing(c))
	if err != nil {
		return err
	}
	return s.inPlace(c, body)
}

func (s *Server) inPlace(c *gin.Context, page []byte) error {
	c.Header("Content-Security-Policy", previewPolicy)
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, document.HTML.MediaType(), page)
	return nil
}

// framing lets a page of ours show a preview in a frame.
func framing(c *gin.Context) {
	c.Header("Content-Security-Policy", policy+"; frame-src 'self'")
}

// A preview is an edition as it prints, in a frame of its page.
type preview struct {
	URL    string
	Title  phrase // of the frame
	Chosen bool   // somebody asked for it just now
}

// preview at an address, laid out so.
func (l laidOut) preview(address string, what phrase) preview {
	return preview{URL: address + "?" + l.query.Encode(), Title: say("preview.title", "What", what), Chosen: l.chosen}
}
