package handlers

import (
	"bytes"

	"github.com/gin-gonic/gin"

	"ahq/workflow/document"
)

// blank is the form to fill in offline, with what the draft says.
func blank(format document.Format) func(*Server, *gin.Context) error {
	return func(s *Server, c *gin.Context) error {
		var b bytes.Buffer
		name, err := s.Flow.Blank(c.Request.Context(), actor(c).Scope(), about(c).Response.ID, format, &b)
		if err != nil {
			return err
		}
		return s.download(c, name, format.MediaType(), b.Bytes())
	}
}
