package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// healthz says that the program runs.
func (s *Server) healthz(c *gin.Context) error {
	c.String(http.StatusOK, "ok\n")
	return nil
}

// readyz says that it can serve: the database answers.
func (s *Server) readyz(c *gin.Context) error {
	if err := s.Store.Ping(c.Request.Context()); err != nil {
		s.Log.Error("not ready", "error", err)
		c.String(http.StatusServiceUnavailable, "the database does not answer\n")
		return nil
	}
	c.String(http.StatusOK, "ready\n")
	return nil
}
