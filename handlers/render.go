package handlers

import (
	"bytes"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"golang.org/x/text/language"
)

// A titled page is one struct, which its template only shows.
type titled interface {
	Title() phrase
}

// titleOf marks the title of a page that has a problem to tell, for those who
// hear the title first.
func titleOf(words phrase, wrong bool) phrase {
	if wrong {
		return say("layout.error", "Title", words)
	}
	return words
}

// A frame is what stands around every page.
type frame struct {
	Name   string // of the page's template
	Title  phrase
	Person string // who is signed in; "" nobody
	Email  string // theirs
	Key    string // what tells them from others in their browser
	Clock  phrase // of a demo
	Notice string // what the last act did, said once
	Nav    []link
	Page   titled
}

// A link leads somewhere, in words.
type link struct {
	URL  string
	Text phrase
	Here bool // it leads to the page that is shown
}

// html renders a page whole before the first byte of it is sent.
func (s *Server) html(c *gin.Context, code int, name string, page titled) error {
	return s.fragment(c, code, name+"/layout", s.frame(c, name, page))
}

// spoken is the language that a page is wanted in.
func (s *Server) spoken(c *gin.Context) language.Tag {
	return s.texts.of(c.GetHeader("Accept-Language"))
}

// fragment is a part of a page in the language it is wanted in, sent when it is whole.
func (s *Server) fragment(c *gin.Context, code int, part string, view any) error {
	b, ok := s.paper.Get().(*bytes.Buffer)
	if !ok {
		b = new(bytes.Buffer)
	}
	defer s.paper.Put(b)
	b.Reset()
	if err := s.pages[s.spoken(c)].ExecuteTemplate(b, part, view); err != nil {
		return fmt.Errorf("part %s of a page: %w", part, err)
	}
	c.Header("Cache-Control", "no-store")
	c.Data(code, "text/html; charset=utf-8", b.Bytes())
	return nil
}

func (s *Server) frame(c *gin.Context, name string, page titled) frame {
	who := actor(c)
	return frame{
		Name: name, Title: page.Title(), Page: page, Person: who.Person.Name, Email: who.Person.Email, Key: personHash(who),
		Clock: s.clock(), Notice: s.sessions.PopString(c.Request.Context(), noticeKey), Nav: navigationOf(who, c.Request.URL.Path),
	}
}

// redirect leads to a page of ours after a form was dealt with.
func (s *Server) redirect(c *gin.Context, to string) error {
	c.Redirect(http.StatusSeeOther, to)
	return nil
}

// done says what an act did on the next page, and leads there. It is said in the
// language of who acts: nobody else reads it.
func (s *Server) done(c *gin.Context, to string, notice phrase) error {
	words, err := s.texts.in(s.spoken(c)).text(notice)
	if err != nil {
		return err
	}
	s.sessions.Put(c.Request.Context(), noticeKey, words)
	return s.redirect(c, to)
}

// download sends a file to be saved, never to be shown in place.
func (s *Server) download(c *gin.Context, name, mediaType string, body []byte) error {
	c.Header("Content-Disposition", attachmentHeader(name))
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, mediaType, body)
	return nil
}
