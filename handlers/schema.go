package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// schema says how JSON of ours is made, for programs that read or write it.
func (s *Server) schema(c *gin.Context) error {
	text, ok := s.schemas[c.Param("name")]
	if !ok {
		return models.ErrNotFound
	}
	c.Header("Cache-Control", "public, max-age=3600")
	c.Header("Access-Control-Allow-Origin", "*")
	c.Data(http.StatusOK, "application/schema+json", text)
	return nil
}
