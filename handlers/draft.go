package handlers

import (
	"bytes"

	"github.com/gin-gonic/gin"

	"ahq/workflow/document"
)

// downloadDraft is one's own draft as Word, for the ministries.
func (s *Server) downloadDraft(c *gin.Context) error {
	var b bytes.Buffer
	name, err := s.Flow.DownloadDraft(c.Request.Context(), actor(c).Scope(), about(c).Response.ID, printing(c), document.DOCX, &b)
	if err != nil {
		return err
	}
	return s.download(c, name, document.DOCX.MediaType(), b.Bytes())
}
