package handlers

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"riverqueue.com/riverui"
)

// jobsAt is where the page of the job queue lives, which River brings along.
const jobsAt = "/jobs"

// jobsPolicy is what that page needs: its script puts styles into it. Scripts are
// files of our own address, and so is all that it asks for.
var jobsPolicy = strings.Replace(policy, "style-src 'self'", "style-src 'self' 'unsafe-inline'", 1)

// jobsPage is what River's own page answers, from when it is first asked for.
func (s *Server) jobsPage() (http.Handler, error) {
	client, err := s.Flow.Jobs()
	if err != nil {
		return nil, err
	}
	page, err := riverui.NewHandler(&riverui.HandlerOpts{
		Endpoints: riverui.NewEndpoints(client, nil), Logger: s.Log, Prefix: jobsAt, JobListHideArgsByDefault: true,
	})
	if err != nil {
		return nil, fmt.Errorf("page of the jobs: %w", err)
	}
	return page, nil
}

// jobs shows what runs behind the scenes, what failed and what waits.
func (s *Server) jobs(c *gin.Context) error {
	page, err := s.jobsHandler()
	if err != nil {
		return err
	}
	c.Header("Content-Security-Policy", jobsPolicy)
	c.Header("Cache-Control", "no-store")
	page.ServeHTTP(c.Writer, c.Request)
	return nil
}
