package handlers

import (
	"bytes"
	"fmt"
	"html/template"
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
	words, err := s.texts.in(s.spoken(c)).text(say("queue.back"))
	if err != nil {
		return err
	}
	c.Header("Content-Security-Policy", jobsPolicy)
	c.Header("Cache-Control", "no-store")
	page.ServeHTTP(wayBack{c.Writer, `<p style="position:fixed;right:1rem;bottom:1rem;z-index:99;text-decoration:underline"><a href="/queue">` + template.HTMLEscapeString(words) + "</a></p>\n"}, c.Request)
	return nil
}

// A wayBack puts a link to our own page over River's, which leads nowhere else
// and fills the window.
type wayBack struct {
	gin.ResponseWriter
	link string
}

// riversRoot is where River's page begins.
const riversRoot = `<div id="root"`

func (w wayBack) Write(body []byte) (int, error) {
	if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		return w.ResponseWriter.Write(body)
	}
	w.Header().Del("Content-Length") // it was that of River's page alone
	_, err := w.ResponseWriter.Write(bytes.Replace(body, []byte(riversRoot), []byte(w.link+riversRoot), 1))
	return len(body), err
}
