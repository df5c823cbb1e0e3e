package handlers

import (
	"io"
	"net/http"
	"time"

	"github.com/gin-contrib/sse"
	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

const (
	heartbeat = 15 * time.Second // proxies think a silent line dead
	patience  = 10 * time.Second // with a page that takes nothing in
	comeBack  = 3000             // milliseconds until a page whose line broke connects again
)

// Events are a line on which one open page hears what happens.
type events struct {
	w    io.Writer
	line *http.ResponseController
}

// A follower is what an open page follows.
type follower interface {
	begin() error
	hear(models.Notice) error
	look() error  // several times a heartbeat: whether somebody fell silent
	still() error // whether they may still follow
}

// follow tells an open page what happens, until either side ends it. What goes
// wrong then has no page to be shown on: the line ends, and the page comes back.
func (s *Server) follow(c *gin.Context, watch *workflow.Watch, f follower, e events) error {
	defer watch.Close()
	defer e.end()
	ticks := time.NewTicker(s.beat / 3)
	defer ticks.Stop()
	err := f.begin()
	for tick := 1; err == nil; {
		select {
		case <-c.Request.Context().Done():
			return nil
		case n, open := <-watch.Notices:
			if !open {
				return nil
			}
			err = f.hear(n)
		case <-ticks.C:
			err = e.tick(f, tick%3 == 0)
			tick++
		}
	}
	return nil
}

func (e events) tick(f follower, beat bool) error {
	if !beat {
		return f.look()
	}
	if err := f.still(); err != nil {
		return err
	}
	if err := e.write(":\n\n"); err != nil {
		return err
	}
	return f.look()
}

// events opens the line. Nothing between us and the page may hold it back.
func (s *Server) events(c *gin.Context) events {
	c.Header("Content-Type", sse.ContentType)
	c.Header("Cache-Control", "no-store")
	c.Header("X-Accel-Buffering", "no")
	c.Writer.WriteHeaderNow()
	inner, _ := c.Writer.(interface{ Unwrap() http.ResponseWriter }) // gin itself does not flush through what is around it
	return events{c.Writer, http.NewResponseController(inner.Unwrap())}
}

func (e events) send(name string, data any) error {
	e.hurry()
	if err := sse.Encode(e.w, sse.Event{Event: name, Retry: comeBack, Data: data}); err != nil {
		return err
	}
	return e.line.Flush()
}

func (e events) write(text string) error {
	e.hurry()
	if _, err := io.WriteString(e.w, text); err != nil {
		return err
	}
	return e.line.Flush()
}

// hurry bounds how long a page may take: one that is stuck holds no memory.
func (e events) hurry() {
	_ = e.line.SetWriteDeadline(time.Now().Add(patience)) // writing says it, if it matters
}

// end leaves the connection as it was, for the next request on it.
func (e events) end() { _ = e.line.SetWriteDeadline(time.Time{}) }
